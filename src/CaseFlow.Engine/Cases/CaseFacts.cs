using System.Text.Json.Serialization;
using CaseFlow.Engine.Calendars;
using CaseFlow.Engine.Duplicates;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Staffing;

namespace CaseFlow.Engine.Cases;

/// <summary>What a decision needs to know beside the case: given as values, so that it can be taken again later.</summary>
public sealed record CaseFacts
{
    public static CaseFacts None { get; } = new();

    /// <summary>The customer that the case has, or will have by the command; null where there is no such customer.</summary>
    public CustomerFacts? Customer { get; init; }

    /// <summary>The contact that the case has, or will have by the command; null where there is none.</summary>
    public CustomerFacts? Contact { get; init; }

    /// <summary>The case that a cancelled case becomes part of, or that is linked as similar; null where there is no such case.</summary>
    public SurvivorFacts? Survivor { get; init; }

    /// <summary>
    /// The entitlement that the case has, those it is to have and the customer's defaults; null where nobody looked. See
    /// <see cref="EntitlementLook"/>.
    /// </summary>
    public ImmutableArray<EntitlementFacts>? Entitlements { get; init; }

    /// <summary>The open cases that a new one is likely the same as, most alike first.</summary>
    [JsonIgnore]
    public ImmutableArray<Duplicate> Duplicates { get; init; } = [];

    /// <summary>For a new case that is called so elsewhere: the case that has this name already.</summary>
    [JsonIgnore]
    public CaseId? ReferencedBy { get; init; }

    /// <summary>
    /// The calendars of earlier versions by which clocks of the case still count, by their fingerprints. Kept nowhere: each
    /// is in the version that the clock names.
    /// </summary>
    [JsonIgnore]
    public ImmutableDictionary<string, BusinessCalendar> Calendars { get; init; } =
        ImmutableDictionary<string, BusinessCalendar>.Empty;

    /// <summary>
    /// The queue that the case comes to, then those that it would go on to; null where nobody looked. See
    /// <see cref="QueueLook"/>.
    /// </summary>
    public ImmutableArray<QueueFacts>? Queues { get; init; }

    /// <summary>The teams of who asks; null where nobody looked.</summary>
    public ImmutableArray<string>? Teams { get; init; }

    /// <summary>True where the user whom the command names is deactivated.</summary>
    public bool? AssigneeIsInactive { get; init; }

    /// <summary>The other cases that the command is about, and their children; each once.</summary>
    [JsonIgnore] // conditions see none of it, so that no routing keeps it
    public ImmutableArray<RelatedCase> Related { get; init; } = [];

    /// <summary>For an unmerge: the activities of the case. For a case made of an activity: those of the case that has it.</summary>
    [JsonIgnore]
    public ImmutableArray<ActivityFacts> Activities { get; init; } = [];

    /// <summary>For an undo: what the history says of the last change; null where nobody looked.</summary>
    [JsonIgnore]
    public UndoFacts? Undo { get; init; }

    /// <summary>What conditions see of it, over a case with this entitlement.</summary>
    internal CaseFacts ForConditions(Guid? entitlement) =>
        new()
        {
            Customer = Customer,
            Contact = Contact,
            Entitlements =
                Entitlements is { } known && entitlement is not null
                    ? [.. known.Where(one => one.Id == entitlement)]
                    : null,
        };
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

/// <summary>An activity as the store lists it.</summary>
/// <param name="Minutes">How long it took; 0 while it is open.</param>
/// <param name="IsCancelled">It was not done.</param>
/// <param name="IsFromMerge">It came along with a case that became part of this one.</param>
public sealed record ActivityFacts(
    Guid Id,
    ActivityKind Kind,
    DateTimeOffset AddedAt,
    int Minutes,
    bool IsCancelled = false,
    bool IsFromMerge = false
);
