using CaseFlow.Engine.Conditions;
using CaseFlow.Workflows.Definitions.Reading;
using CaseFlow.Workflows.Expressions;

namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>
/// Conditions of a case that a workflow waits for. Which process the case runs by is known only when it waits; a condition
/// that can be asked of no process's cases can never hold.
/// </summary>
internal static class CaseConditionCheck
{
    private const string Input = "condition";

    public static void Run(ActivityNode activity, ReadingNotes notes)
    {
        if (
            notes.Cases.Count == 0
            || activity.Type != "CaseFlow.WaitForCase"
            || activity.Inputs.GetValueOrDefault(Input) is not { Expression: var written }
            || written.Expression is not { Syntax: ExpressionSyntaxes.Literal, Value: string text }
        )
        {
            return;
        }

        // The process that it was most likely meant for is the one with the fewest problems.
        var (process, problems) = notes
            .Cases.OrderBy(scope => scope.Key, StringComparer.Ordinal)
            .Select(scope => (scope.Key, Condition.Read(text, scope.Value).Problems))
            .MinBy(read => read.Problems.Length);
        if (!problems.IsEmpty)
        {
            var said = string.Join("; ", problems.Select(problem => $"at {problem.Offset + 1}: {problem.Message}"));
            notes.Refuse(
                CheckedPlace.Of(activity, Input, written.At),
                WorkflowProblems.CaseCondition,
                $"the condition can be asked of no case; of one of '{process}', {said}"
            );
        }
    }
}
