namespace CaseFlow.Engine.Processes;

/// <summary>How open cases of earlier versions come over: old name to new name, for what this version no longer knows.</summary>
public sealed record MigrationMap
{
    public static MigrationMap None { get; } = new();

    public ImmutableSortedDictionary<string, string> Statuses { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableSortedDictionary<string, string> Stages { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableSortedDictionary<string, string> Queues { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;
}
