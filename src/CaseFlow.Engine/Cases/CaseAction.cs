namespace CaseFlow.Engine.Cases;

/// <summary>Something that a case does by itself: the same that a person could ask of it, or telling somebody.</summary>
public abstract record CaseAction
{
    private CaseAction() { }

    public sealed record ToQueue(string Queue) : CaseAction;

    public sealed record ToStatus(string Status) : CaseAction;

    /// <summary>Fields by key; null empties.</summary>
    public sealed record Set(ImmutableSortedDictionary<string, FieldValue?> Fields) : CaseAction;

    /// <param name="Whom">As <c>user:ann</c> or <c>team:support</c>.</param>
    public sealed record AssignTo(string Whom) : CaseAction;

    /// <param name="Whom"><c>owner</c>, <c>worker</c>, or a user or team.</param>
    public sealed record Notify(string Whom) : CaseAction;

    /// <summary>As the definition says it.</summary>
    public sealed override string ToString() =>
        this switch
        {
            ToQueue(var queue) => $"queue: {queue}",
            ToStatus(var status) => $"status: {status}",
            Set(var fields) => $"set: {string.Join(", ", fields.Select(field => $"{field.Key}: {field.Value}"))}",
            AssignTo(var whom) => $"assign: {whom}",
            Notify(var whom) => $"notify: {whom}",
            _ => "",
        };
}
