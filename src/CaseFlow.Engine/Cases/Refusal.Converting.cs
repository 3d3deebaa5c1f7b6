namespace CaseFlow.Engine.Cases;

public abstract partial record Refusal
{
    public sealed record NoSuchActivity(Guid Activity) : Refusal(RefusalKind.NotFound, "no-such-activity")
    {
        public override string Explain() => $"There is no activity {Activity}.";
    }

    /// <summary>No case is made of this activity.</summary>
    public sealed record CannotConvert(string Why) : Refusal(RefusalKind.Rule, "cannot-convert")
    {
        public override string Explain() => Why;
    }
}
