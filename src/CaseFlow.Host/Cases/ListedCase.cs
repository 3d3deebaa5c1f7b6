namespace CaseFlow.Host.Cases;

/// <summary>A case as a list found it.</summary>
internal sealed record ListedCase
{
    public required Guid Id { get; init; }

    /// <summary>Where it stands in the list's order, as the cursor writes it.</summary>
    public required string Key { get; init; }

    public required int Version { get; init; }

    /// <summary>The whole case, as JSON.</summary>
    public required byte[] Snapshot { get; init; }
}
