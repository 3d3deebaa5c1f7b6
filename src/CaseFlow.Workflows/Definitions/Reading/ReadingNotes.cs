using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;
using CaseFlow.Workflows.Documents;
using CaseFlow.Workflows.Expressions;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Gathers what is wrong with a workflow, and what is doubtful, so that its author sees all of it at once.</summary>
internal sealed class ReadingNotes(string file)
{
    private const int Most = 200;

    private readonly HashSet<WorkflowWarning> warnings = [];

    /// <summary>What scripts and templates are looked at with; null for not at all.</summary>
    public ExpressionEvaluator? Expressions { get; init; }

    /// <summary>What conditions of cases can name, by process; empty where that is not looked at.</summary>
    public IReadOnlyDictionary<string, ConditionScope> Cases { get; init; } =
        ImmutableDictionary<string, ConditionScope>.Empty;

    /// <summary>Whether it is about to count: what was accepted once is not refused for what never comes of it.</summary>
    public bool IsNew { get; init; }

    public ProblemList Problems { get; } = new(file);

    /// <summary>Nobody reads more at once; what is added is dropped.</summary>
    public bool HasEnoughWarnings => warnings.Count == Most;

    public void Refuse(DocumentPlace at, string code, string message) => Problems.Add(at.InYaml(), code, message);

    public void Warn(DocumentPlace at, string code, string message)
    {
        if (!HasEnoughWarnings)
        {
            warnings.Add(new WorkflowWarning(file, at.Line, at.Column, code, message));
        }
    }

    public ImmutableArray<WorkflowWarning> WarningsInOrder() =>
        [
            .. warnings
                .OrderBy(one => one.Line)
                .ThenBy(one => one.Column)
                .ThenBy(one => one.Code, StringComparer.Ordinal),
        ];
}
