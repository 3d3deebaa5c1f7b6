namespace CaseFlow.Engine.Processes.Yaml;

/// <summary>How much a file may ask for, so that none can take the host's time or memory.</summary>
/// <param name="Length">In characters.</param>
/// <param name="Depth">Levels of values in values.</param>
/// <param name="Size">Values in a file, with each alias written out.</param>
internal sealed record YamlLimits(int Length, int Depth, int Size)
{
    public static YamlLimits Process { get; } = new(Length: 1_000_000, Depth: 64, Size: 50_000);

    /// <summary>Workflows are drawn more often than written, and hold much that is not for people.</summary>
    public static YamlLimits Workflow { get; } = new(Length: 10_000_000, Depth: 200, Size: 500_000);
}
