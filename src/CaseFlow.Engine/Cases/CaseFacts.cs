using CaseFlow.Engine.Calendars;
using CaseFlow.Engine.Duplicates;
using CaseFlow.Engine.Entitlements;

namespace CaseFlow.Engine.Cases;

/// <summary>What a decision needs to know beside the case: given as values, so that it can be taken again later.</summary>
public sealed record CaseFacts
{
    public static CaseFacts None { get; } = new();

    /// <summary>The customer that the case has, or will have by the command; null where there is no such customer.</summary>
    public CustomerFacts? Customer { get; init; }

    /// <summary>The contact that the case has, or will have by the command; null where there is none.</summary>
    public CustomerFacts? Contact { get; init; }

    /// <summary>The case that a cancelled case becomes part of; null where there is no such case.</summary>
    public SurvivorFacts? Survivor { get; init; }

    /// <summary>
    /// The entitlement that the case has, those it is to have and the customer's defaults; null where nobody looked. See
    /// <see cref="EntitlementLook"/>.
    /// </summary>
    public ImmutableArray<EntitlementFacts>? Entitlements { get; init; }

    /// <summary>The open cases that a new one is likely the same as, most alike first.</summary>
    public ImmutableArray<Duplicate> Duplicates { get; init; } = [];

    /// <summary>The calendars of earlier versions by which clocks of the case still count, by their fingerprints.</summary>
    public ImmutableDictionary<string, BusinessCalendar> Calendars { get; init; } =
        ImmutableDictionary<string, BusinessCalendar>.Empty;
}

/// <summary>An account or a contact, as conditions see it.</summary>
/// <param name="Kind"><c>account</c> or <c>contact</c>.</param>
/// <param name="Account">The account that a contact belongs to.</param>
public sealed record CustomerFacts(
    Guid Id,
    string Kind,
    string Name,
    string? Email,
    string? Phone,
    string? Tier,
    Guid? Account
);

/// <summary>The case that another one is merged into.</summary>
public sealed record SurvivorFacts(CaseId Id, CaseState State);
