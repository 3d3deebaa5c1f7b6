namespace CaseFlow.Engine.Cases;

public abstract partial record CaseCommand
{
    /// <summary>Take back one's own last change of the case.</summary>
    /// <param name="Token">Names the change: <see cref="LastChange.Token"/>.</param>
    /// <param name="OfJob">A bulk job is taken back, by who may: of any time and whoever asked for it.</param>
    public sealed record Undo(string? Token, bool OfJob = false) : CaseCommand;
}
