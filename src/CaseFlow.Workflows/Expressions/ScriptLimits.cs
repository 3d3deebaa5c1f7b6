namespace CaseFlow.Workflows.Expressions;

/// <summary>How much one evaluation of a script or a template may take.</summary>
public sealed record ScriptLimits
{
    /// <summary>By the clock on the wall, which runs on while others have the processor: a thousand times what a script needs.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(1);

    public int Statements { get; init; } = 100_000;

    /// <summary>How deep functions may call each other, and templates may nest.</summary>
    public int Recursion { get; init; } = 100;

    /// <summary>Bytes that may be allocated, also those that were let go again.</summary>
    public long Memory { get; init; } = 16 * 1024 * 1024;

    /// <summary>How many elements a list of a script or a range of a template may have.</summary>
    public int ListLength { get; init; } = 10_000;

    /// <summary>How many characters a text that a script repeats or a template writes may have.</summary>
    public int TextLength { get; init; } = 1024 * 1024;

    /// <summary>How many scripts and templates are kept prepared.</summary>
    public int Prepared { get; init; } = 1_000;
}
