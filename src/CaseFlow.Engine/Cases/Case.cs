using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Sla;

namespace CaseFlow.Engine.Cases;

/// <summary>A case as its events made it. It holds what decisions and lists need; the rest is in the history.</summary>
public sealed record Case
{
    public required CaseId Id { get; init; }

    /// <summary>The number that people say on the telephone, such as <c>CAS-2026-00042</c>.</summary>
    public required string Ticket { get; init; }

    /// <summary>The key of the process it runs by.</summary>
    public required string Process { get; init; }

    /// <summary>The hash of the definition that its last event was decided by.</summary>
    public required string Definition { get; init; }

    /// <summary>How many events it has had.</summary>
    public required int Version { get; init; }

    public required string Title { get; init; }

    public required Guid Customer { get; init; }

    public Guid? Contact { get; init; }

    public FieldValues Fields { get; init; } = FieldValues.Empty;

    public required CaseState State { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset StatusSince { get; init; }

    /// <summary>Null where the process has no stages.</summary>
    public string? Stage { get; init; }

    public DateTimeOffset? StageSince { get; init; }

    /// <summary>The stages travelled, the present one last. Going back takes stages off.</summary>
    public ImmutableArray<string> Path { get; init; } = [];

    /// <summary>The one queue that it waits in, or null.</summary>
    public string? Queue { get; init; }

    public DateTimeOffset? QueuedSince { get; init; }

    /// <summary>Who works on the queue item; null while anybody may pick it.</summary>
    public string? Worker { get; init; }

    /// <summary>The user who owned the case before its worker took it; null where nobody works on it, or a team or nobody did.</summary>
    public string? OwnerBefore { get; init; }

    /// <summary>The team that owned the case before its worker took it; null where nobody works on it, or a user or nobody did.</summary>
    public string? TeamBefore { get; init; }

    /// <summary>The user who owns the case; null where a team or nobody does.</summary>
    public string? Owner { get; init; }

    /// <summary>The team that owns the case; null where a user or nobody does.</summary>
    public string? Team { get; init; }

    /// <summary>What is still to be done for it, oldest first.</summary>
    public ImmutableArray<OpenActivity> OpenActivities { get; init; } = [];

    /// <summary>The kinds of which an activity was completed.</summary>
    public ImmutableArray<ActivityKind> DoneActivities { get; init; } = [];

    /// <summary>The minutes of all completed activities together.</summary>
    public int ActivityMinutes { get; init; }

    /// <summary>Its SLA clocks, the last run of each KPI, in the order in which they first started.</summary>
    public ImmutableArray<Clock> Clocks { get; init; } = [];

    /// <summary>The moves that it makes by itself out of the status that it is in.</summary>
    public ImmutableArray<ScheduledMove> ScheduledMoves { get; init; } = [];

    /// <summary>The entitlement that pays for it, or null.</summary>
    public Guid? Entitlement { get; init; }

    /// <summary>What it has taken from an entitlement and not given back.</summary>
    public TakenTerms? Taken { get; init; }

    /// <summary>It takes nothing from its entitlement.</summary>
    public bool DoNotDecrement { get; init; }

    /// <summary>How it was last resolved; kept when it is reactivated.</summary>
    public Resolution? Resolution { get; init; }

    /// <summary>The case that this one became part of.</summary>
    public CaseId? MergedInto { get; init; }

    /// <summary>The cases that became part of this one.</summary>
    public ImmutableArray<MergedCase> MergedCases { get; init; } = [];

    /// <summary>The case that this one is a child of.</summary>
    public CaseId? Parent { get; init; }

    public ImmutableArray<CaseId> Children { get; init; } = [];

    /// <summary>The customer whose other open cases somebody looked at; of another customer it says nothing.</summary>
    public Guid? OpenCasesSeenOf { get; init; }

    /// <summary>The cases that it was linked with as similar, from either side; the newest where there are very many.</summary>
    public ImmutableArray<SimilarCase> SimilarCases { get; init; } = [];

    /// <summary>In how many other cases it was said that the solution was found here.</summary>
    public int SolutionsGiven { get; init; }

    /// <summary>What it is called elsewhere.</summary>
    public ImmutableArray<ExternalReference> References { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>What was done to it last, as far as it counts still; null for what was done before anybody asked.</summary>
    public LastChange? LastChange { get; init; }

    /// <summary>Whether an activity of this kind was completed, here or on a case that became part of this one.</summary>
    public bool HasDone(ActivityKind kind)
    {
        foreach (var merged in MergedCases)
        {
            if (merged.Done.Contains(kind))
            {
                return true;
            }
        }

        return DoneActivities.Contains(kind);
    }
}

/// <summary>How a case was resolved.</summary>
/// <param name="BillableMinutes">Whole minutes that the customer is charged with; null where nobody said.</param>
/// <param name="TotalMinutes">The minutes of all activities completed by then.</param>
public sealed record Resolution(string Text, int? BillableMinutes, int TotalMinutes, string By, DateTimeOffset At);
