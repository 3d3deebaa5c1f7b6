namespace CaseFlow.Engine.Cases;

public abstract partial record CaseCommand
{
    /// <summary>Somebody has looked at the open cases of the customer, whether this is one of them.</summary>
    /// <param name="Seen">How many others there were to see.</param>
    public sealed record FindCase(int Seen) : CaseCommand;
}
