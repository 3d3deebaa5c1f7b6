using System.Text.Json.Serialization;
using CaseFlow.Engine.Routing;
using CaseFlow.Engine.Staffing;

namespace CaseFlow.Engine.Cases;

/// <summary>What happened to a case. The type names below are stored for ever: add new ones, keep the old.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Edited), "edited")]
[JsonDerivedType(typeof(StatusMoved), "status-moved")]
[JsonDerivedType(typeof(StageMoved), "stage-moved")]
[JsonDerivedType(typeof(Queued), "queued")]
[JsonDerivedType(typeof(Unqueued), "unqueued")]
[JsonDerivedType(typeof(Picked), "picked")]
[JsonDerivedType(typeof(Released), "released")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(Resolved), "resolved")]
[JsonDerivedType(typeof(Cancelled), "cancelled")]
[JsonDerivedType(typeof(Reactivated), "reactivated")]
[JsonDerivedType(typeof(Migrated), "migrated")]
[JsonDerivedType(typeof(ActivityAdded), "activity-added")]
[JsonDerivedType(typeof(ActivityCompleted), "activity-completed")]
[JsonDerivedType(typeof(ActivityCancelled), "activity-cancelled")]
[JsonDerivedType(typeof(SimilarLinked), "similar-linked")]
public abstract partial record CaseEvent
{
    private CaseEvent() { }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The hash of the definition that decided it.</summary>
    public required string Definition { get; init; }

    /// <summary>The command that it begins the answer to; null for what followed from it.</summary>
    public string? Command { get; init; }

    /// <summary>With <see cref="Command"/>: the other cases that the same command changed; null where there are none.</summary>
    public ImmutableArray<CaseId>? Others { get; init; }

    public sealed record Opened(
        CaseId Id,
        string Ticket,
        string Process,
        string Title,
        Guid Customer,
        Guid? Contact,
        FieldValues Fields,
        CaseState State,
        string Status,
        string? Stage,
        CaseId? Parent = null
    ) : CaseEvent;

    public sealed record Edited(ImmutableArray<FieldChange> Changes) : CaseEvent;

    /// <summary>A move within the state; those that change it are resolved, cancelled and reactivated.</summary>
    public sealed record StatusMoved(string From, string To) : CaseEvent;

    public sealed record StageMoved(string From, string To, StageMove Kind, string? Reason) : CaseEvent;

    /// <param name="From">The queue it was in before, if any.</param>
    /// <param name="Because">The routing that chose the queue; null where a person did.</param>
    /// <param name="Seen">
    /// The queues that were too long to take it, then this one with its people where none of them could; null for none.
    /// </param>
    public sealed record Queued(
        string Queue,
        string? From,
        RoutingReason? Because,
        ImmutableArray<QueueFacts>? Seen = null
    ) : CaseEvent;

    public sealed record Unqueued(string Queue) : CaseEvent;

    /// <param name="OwnerBefore">The user who owned the case until then.</param>
    /// <param name="TeamBefore">The team that owned it until then.</param>
    /// <param name="Because">Why the queue gave it to this person; null where the person took it.</param>
    public sealed record Picked(
        string Queue,
        string Worker,
        string? OwnerBefore = null,
        string? TeamBefore = null,
        AssignmentReason? Because = null
    ) : CaseEvent;

    /// <summary>The item is free again, and the case belongs to the queue's owner or, where the policy says so, to who had it before.</summary>
    public sealed record Released(string Queue, string Worker, string? Owner, string? Team) : CaseEvent;

    /// <param name="KeepsWorker">The new owner is who already works on the queue item.</param>
    /// <param name="Note">What the new owner should know.</param>
    public sealed record Assigned(string? Owner, string? Team, bool KeepsWorker, string? Note = null) : CaseEvent;

    /// <param name="TotalMinutes">The minutes of all activities completed by then.</param>
    /// <param name="BillableReason">Why more is billed than was worked.</param>
    public sealed record Resolved(
        string From,
        string Status,
        string Resolution,
        int? BillableMinutes,
        int TotalMinutes = 0,
        string? BillableReason = null
    ) : CaseEvent;

    public sealed record Cancelled(string From, string Status, CaseId? Into) : CaseEvent;

    public sealed record Reactivated(string From, string Status, string? Reason) : CaseEvent;

    public sealed record ActivityAdded(Guid Activity, ActivityContent Content) : CaseEvent;

    /// <param name="Minutes">How long it took.</param>
    public sealed record ActivityCompleted(Guid Activity, ActivityKind Kind, Direction? Direction, int Minutes)
        : CaseEvent;

    public sealed record ActivityCancelled(Guid Activity, ActivityKind Kind) : CaseEvent;

    /// <param name="SolutionFound">The solution was found in the other case, or, where the link leads back, in this one.</param>
    /// <param name="IsBack">The link was made from the other case.</param>
    public sealed record SimilarLinked(CaseId Other, bool SolutionFound, bool IsBack) : CaseEvent;

    /// <summary>Carried over to a version that no longer knew where it stood, by that version's mapping.</summary>
    public sealed record Migrated(string FromDefinition, string Status, string? Stage, string? Queue) : CaseEvent;
}

/// <summary>One field before and after; null is an empty field. <c>title</c>, <c>customer</c> and <c>contact</c> are named so too.</summary>
public sealed record FieldChange(string Field, FieldValue? From, FieldValue? To);

/// <summary>How a case came from one stage to another.</summary>
[JsonConverter(typeof(StageMoveJson))]
public enum StageMove
{
    Next,
    Back,

    /// <summary>Past stages in between, with a reason: a deviation from the path.</summary>
    Jump,
}

internal sealed class StageMoveJson()
    : JsonStringEnumConverter<StageMove>(System.Text.Json.JsonNamingPolicy.CamelCase, allowIntegerValues: false);
