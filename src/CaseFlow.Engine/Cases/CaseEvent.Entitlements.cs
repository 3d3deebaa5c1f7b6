using System.Text.Json.Serialization;
using CaseFlow.Engine.Entitlements;

namespace CaseFlow.Engine.Cases;

/// <summary>What happened between a case and its entitlement. The entries of the ledger are made from these.</summary>
[JsonDerivedType(typeof(EntitlementSet), "entitlement-set")]
[JsonDerivedType(typeof(TermsTaken), "terms-taken")]
[JsonDerivedType(typeof(TermsReturned), "terms-returned")]
[JsonDerivedType(typeof(DecrementSwitched), "decrement-switched")]
public abstract partial record CaseEvent
{
    /// <param name="Entitlement">Null where the case has none any more.</param>
    /// <param name="Because"><c>asked</c>, <c>default</c> or <c>cleared</c>.</param>
    public sealed record EntitlementSet(Guid? Entitlement, Guid? From, string Because) : CaseEvent;

    /// <param name="Channel">The channel whose balance it was taken from beside the whole; null for the whole alone.</param>
    /// <param name="Units">Sixtieths of a term.</param>
    /// <param name="IsRestricted">It was taken because so much was left, and so the balance cannot have gone below 0.</param>
    /// <param name="Because"><c>created</c>, <c>set</c>, <c>resolved</c>, <c>reactivated</c> or <c>undone</c>.</param>
    public sealed record TermsTaken(
        Guid Entitlement,
        string? Channel,
        long Units,
        Decrease On,
        bool IsRestricted,
        string Because
    ) : CaseEvent;

    /// <param name="Because"><c>cancelled</c>, <c>reactivated</c>, <c>replaced</c> or <c>undone</c>.</param>
    public sealed record TermsReturned(Guid Entitlement, string? Channel, long Units, string Because) : CaseEvent;

    /// <summary>From now on the case takes nothing from its entitlement, or takes again what it should.</summary>
    public sealed record DecrementSwitched(bool DoNotDecrement, string? Reason) : CaseEvent;
}
