namespace CaseFlow.Engine.Cases;

public abstract partial record CaseCommand
{
    /// <summary>It is so late now: do what is due. Only the host sends it. Too early or twice, it changes nothing.</summary>
    public sealed record Ring : CaseCommand;
}
