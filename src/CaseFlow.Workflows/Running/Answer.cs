namespace CaseFlow.Workflows.Running;

/// <summary>What an activity was waiting for.</summary>
internal sealed record Answer(string BookmarkId, object? Value, object? Refusal)
{
    /// <summary>A member of the answer, where it is an object that has it.</summary>
    public object? this[string name] =>
        Value is IDictionary<string, object?> members && members.TryGetValue(name, out var value) ? value : null;
}
