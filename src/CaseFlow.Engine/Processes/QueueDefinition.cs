namespace CaseFlow.Engine.Processes;

/// <summary>Where cases wait for people.</summary>
public sealed record QueueDefinition(string Key, LocalText Title)
{
    /// <summary>Who works here, as <c>team:support</c> or <c>user:ann</c>.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>Who owns a case that nobody works on any more, as <c>team:support</c> or <c>user:ann</c>; null for nobody.</summary>
    public string? Owner { get; init; }
}
