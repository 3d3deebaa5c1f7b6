using CaseFlow.Engine.Conditions;
using CaseFlow.Workflows.Definitions.Checks;
using CaseFlow.Workflows.Definitions.Reading;
using CaseFlow.Workflows.Documents;
using CaseFlow.Workflows.Expressions;

namespace CaseFlow.Workflows.Definitions;

/// <summary>Reads a workflow in the format of Elsa 3, as JSON or as YAML, with all its problems at once.</summary>
public static class WorkflowReader
{
    /// <param name="file">Its name, for problems; one that ends with <c>.yaml</c> or <c>.yml</c> holds YAML.</param>
    /// <param name="workflows">The types of the workflows that it may hold as activities.</param>
    /// <param name="expressions">What scripts and templates are looked at with; null for not at all.</param>
    /// <param name="cases">What conditions of cases can name, by process; null where it was read before, and counts as it is.</param>
    public static WorkflowReadResult Read(
        string text,
        string file,
        IReadOnlyCollection<string>? workflows = null,
        ExpressionEvaluator? expressions = null,
        IReadOnlyDictionary<string, ConditionScope>? cases = null
    )
    {
        var notes = new ReadingNotes(file)
        {
            Expressions = expressions,
            Cases = cases ?? ImmutableDictionary<string, ConditionScope>.Empty,
            IsNew = cases is not null,
        };
        var definition = DocumentReader.Read(text, file, notes.Problems) switch
        {
            null => null,
            DocumentObject document => Definition(document, file, workflows ?? [], notes),
            var other => Refused(other, notes),
        };

        return definition is not null && !notes.Problems.Any
            ? new WorkflowReadResult.Ready(definition) { Warnings = notes.WarningsInOrder() }
            : new WorkflowReadResult.Broken(notes.Problems.InOrder()) { Warnings = notes.WarningsInOrder() };
    }

    private static WorkflowDefinition? Definition(
        DocumentObject document,
        string file,
        IReadOnlyCollection<string> workflows,
        ReadingNotes notes
    )
    {
        if (!FormatCheck.IsElsa3(document, notes))
        {
            return null;
        }

        var definition = new DefinitionReader(notes, workflows).Read(document, file);
        DefinitionChecks.Run(definition, notes);
        return definition;
    }

    private static WorkflowDefinition? Refused(DocumentNode other, ReadingNotes notes)
    {
        notes.Refuse(other.At, WorkflowProblems.WrongShape, $"a workflow is an object, and here is {other.Kind}");
        return null;
    }
}
