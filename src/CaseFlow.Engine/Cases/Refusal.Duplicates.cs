using CaseFlow.Engine.Duplicates;

namespace CaseFlow.Engine.Cases;

public abstract partial record Refusal
{
    /// <summary>The customer has open cases that are likely the same.</summary>
    public sealed record LikelyDuplicates(ImmutableArray<Duplicate> Duplicates)
        : Refusal(RefusalKind.Rule, "likely-duplicates")
    {
        public override string Explain() =>
            $"It is likely open already: {string.Join(", ", Duplicates.Select(one => one.Ticket))}. "
            + "Go on there, or open it with 'ignoringDuplicates'.";

        public override ImmutableArray<Missing> Missing =>
            [
                .. Duplicates.Select(one => new Missing(
                    "duplicate",
                    one.Ticket,
                    FormattableString.Invariant($"Case {one.Ticket} has a title that is alike by {one.Score}.")
                )),
            ];
    }
}
