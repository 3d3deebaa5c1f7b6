namespace CaseFlow.Engine.Cases;

/// <summary>The answer to a command.</summary>
public abstract record Decision
{
    private Decision() { }

    public sealed record Accepted(ImmutableArray<CaseEvent> Events) : Decision
    {
        /// <summary>What it does to other cases, each once: all of it happens together, or nothing.</summary>
        public ImmutableArray<AlongEvents> Along { get; init; } = [];
    }

    public sealed record Refused(Refusal Reason) : Decision;

    /// <summary>The command was fine and changes nothing: a button pressed twice.</summary>
    public static Decision Nothing { get; } = new Accepted([]);
}
