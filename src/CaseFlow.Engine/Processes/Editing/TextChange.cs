namespace CaseFlow.Engine.Processes.Editing;

/// <summary>What a change to a text touches: lines that stand there no more, and those that stand in their place.</summary>
/// <param name="Line">The first line that is touched, from 1.</param>
public sealed record TextChange(int Line, ImmutableArray<string> Removed, ImmutableArray<string> Inserted)
{
    /// <summary>The change that takes this one back.</summary>
    public TextChange Undone => new(Line, Inserted, Removed);
}
