using CaseFlow.Engine.Entitlements;

namespace CaseFlow.Engine.Cases;

public abstract partial record Refusal
{
    public sealed record UnknownEntitlement(Guid Id) : Refusal(RefusalKind.Rule, "unknown-entitlement")
    {
        public override string Explain() => $"There is no entitlement {Id}.";
    }

    /// <summary>The entitlement is not for this case, or not now; every reason is told.</summary>
    public sealed record EntitlementNotApplicable(string Name, ImmutableArray<WhyNot> Reasons)
        : Refusal(RefusalKind.Rule, "entitlement-not-applicable")
    {
        public override string Explain() =>
            $"'{Name}' cannot be used for this case. {string.Join(' ', Reasons.Select(reason => reason.Detail))}";

        public override ImmutableArray<Missing> Missing =>
            [.. Reasons.Select(reason => new Missing("entitlement", reason.Code, reason.Detail))];
    }

    /// <summary>The entitlement is restricted, and not enough is left of it.</summary>
    public sealed record TermsExhausted(string Name, Balance Balance, long Need)
        : Refusal(RefusalKind.Rule, "terms-exhausted")
    {
        public override string Explain() =>
            $"'{Name}' has {Say(Balance.Remaining)} terms left{Where}, and this takes {Say(Need)}. "
            + "Choose another entitlement, or none, or switch on 'do-not-decrement' with a reason.";

        private string Where => Balance.Channel.Length == 0 ? "" : $" for the channel '{Balance.Channel}'";

        private static string Say(long units) =>
            Units.ToTerms(units).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
