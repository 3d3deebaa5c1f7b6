namespace CaseFlow.Engine.Processes;

/// <summary>A definition read from YAML: ready to run, or broken with every problem found, not only the first.</summary>
public abstract record ReadResult
{
    private ReadResult() { }

    public sealed record Ready(CaseProcess Process) : ReadResult;

    /// <summary>In the order of their places in the file.</summary>
    public sealed record Broken(ImmutableArray<Problem> Problems) : ReadResult;
}
