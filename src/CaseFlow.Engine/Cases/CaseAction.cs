namespace CaseFlow.Engine.Cases;

/// <summary>Something that a case does by itself: the same that a person could ask of it, telling somebody, or asking for a workflow.</summary>
public abstract record CaseAction
{
    private CaseAction() { }

    public sealed record ToQueue(string Queue) : CaseAction;

    /// <summary>To a queue by the routing rules.</summary>
    public sealed record Route : CaseAction;

    public sealed record ToStatus(string Status) : CaseAction;

    /// <param name="Stage"><c>next</c>, <c>back</c>, or the key of a stage.</param>
    public sealed record ToStage(string Stage) : CaseAction;

    /// <summary>Fields by key; null empties.</summary>
    public sealed record Set(ImmutableSortedDictionary<string, FieldValue?> Fields) : CaseAction;

    /// <param name="Whom">As <c>user:ann</c> or <c>team:support</c>.</param>
    public sealed record AssignTo(string Whom) : CaseAction;

    public sealed record AddNote(string Subject) : CaseAction;

    public sealed record AddTask(string Subject) : CaseAction;

    /// <param name="Whom"><c>owner</c>, <c>worker</c>, or a user or team.</param>
    public sealed record Notify(string Whom) : CaseAction;

    /// <param name="Workflow">The id of a workflow definition.</param>
    public sealed record Run(string Workflow) : CaseAction;

    /// <summary>As the definition says it.</summary>
    public sealed override string ToString() =>
        this switch
        {
            ToQueue(var queue) => $"queue: {queue}",
            Route => "route",
            ToStatus(var status) => $"status: {status}",
            ToStage(var stage) => $"stage: {stage}",
            Set(var fields) => $"set: {string.Join(", ", fields.Select(Shown))}",
            AssignTo(var whom) => $"assign: {whom}",
            AddNote(var subject) => $"note: {subject}",
            AddTask(var subject) => $"task: {subject}",
            Notify(var whom) => $"notify: {whom}",
            Run(var workflow) => $"run: {workflow}",
            _ => "",
        };

    private static string Shown(KeyValuePair<string, FieldValue?> field) =>
        $"{field.Key}: {field.Value?.ToString() ?? "none"}";
}
