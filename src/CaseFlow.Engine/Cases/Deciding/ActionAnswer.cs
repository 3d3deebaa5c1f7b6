namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>What came of something that a case does by itself.</summary>
internal abstract record ActionAnswer
{
    private ActionAnswer() { }

    /// <param name="Events">None where all was so already.</param>
    /// <param name="Along">What it does to other cases.</param>
    public sealed record Done(ImmutableArray<CaseEvent> Events, ImmutableArray<AlongEvents> Along) : ActionAnswer
    {
        public Done(ImmutableArray<CaseEvent> events)
            : this(events, []) { }
    }

    /// <param name="Reason">In a sentence.</param>
    public sealed record Refused(string Code, string Reason) : ActionAnswer;
}
