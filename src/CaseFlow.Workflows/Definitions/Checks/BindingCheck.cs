using CaseFlow.Workflows.Definitions.Reading;
using CaseFlow.Workflows.Documents;
using CaseFlow.Workflows.Expressions;

namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>Variables that are written or read, and are not there.</summary>
internal static class BindingCheck
{
    /// <param name="known">The ids of variables and the names of outputs that the activity can see.</param>
    public static void Run(ActivityNode activity, ImmutableHashSet<string> known, ReadingNotes notes)
    {
        foreach (var (name, output) in activity.Outputs.Where(pair => !known.Contains(pair.Value.Target)))
        {
            notes.Warn(
                output.At,
                WorkflowProblems.BoundToNothing,
                $"output '{name}' of '{activity.Id}' goes to '{output.Target}', which is neither the id of a variable nor "
                    + "the name of an output of the workflow"
            );
        }

        if (
            activity.Type == "Elsa.SetVariable"
            && activity.Document["variable"] is { } written
            && VariableId(written) is var id
            && (id is null || !known.Contains(id))
        )
        {
            notes.Warn(written.At, WorkflowProblems.UnknownVariable, $"there is no variable with the id '{id}' here");
        }

        foreach (var input in activity.Inputs.Values)
        {
            if (
                input.Expression
                    is {
                        Expression:
                        { Syntax: ExpressionSyntaxes.Variable, Value: IDictionary<string, object?> reference }
                    } bound
                && reference.TryGetValue("id", out var read)
                && read is string variable
                && !known.Contains(variable)
            )
            {
                notes.Warn(
                    bound.At,
                    WorkflowProblems.UnknownVariable,
                    $"there is no variable with the id '{variable}' here"
                );
            }
        }
    }

    public static string? VariableId(DocumentNode written) =>
        written is DocumentObject group ? DocumentValues.Text(group["id"]) : DocumentValues.Text(written);
}
