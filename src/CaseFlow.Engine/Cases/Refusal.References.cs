namespace CaseFlow.Engine.Cases;

public abstract partial record Refusal
{
    /// <summary>Another case is called so already.</summary>
    public sealed record ReferenceTaken(ExternalReference Reference, CaseId Case)
        : Refusal(RefusalKind.Conflict, "reference-taken")
    {
        public override string Explain() =>
            $"Case {Case} is '{Reference.Key}' of {Reference.Source} already; go on there.";
    }
}
