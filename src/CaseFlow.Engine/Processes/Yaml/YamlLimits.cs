namespace CaseFlow.Engine.Processes.Yaml;

/// <summary>How much a file may ask for, so that none can take the host's time or memory.</summary>
internal static class YamlLimits
{
    /// <summary>In characters.</summary>
    public const int Length = 1_000_000;

    public const int Depth = 64;

    /// <summary>Values in a file, with each alias written out.</summary>
    public const int Size = 50_000;
}
