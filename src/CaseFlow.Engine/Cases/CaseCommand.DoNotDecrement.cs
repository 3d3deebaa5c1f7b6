namespace CaseFlow.Engine.Cases;

public abstract partial record CaseCommand
{
    /// <summary>Let the case take nothing from its entitlement from now on. What it has taken before, it keeps until it gives it back.</summary>
    /// <param name="On">False: let it take again.</param>
    /// <param name="Reason">Why; asked for where it is switched on.</param>
    public sealed record DoNotDecrement(bool On, string? Reason) : CaseCommand;
}
