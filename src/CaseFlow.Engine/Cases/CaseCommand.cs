namespace CaseFlow.Engine.Cases;

/// <summary>What one can ask of a case. Who asks and when are part of the question.</summary>
public abstract partial record CaseCommand
{
    private CaseCommand() { }

    public required Actor By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <param name="Ticket">Its number, already taken from the series of the process.</param>
    /// <param name="Fields">Built-in and declared fields, by key.</param>
    /// <param name="Status">An initial status; null for the process's first one.</param>
    /// <param name="RouteNow">Send it to a queue by the routing rules at once.</param>
    /// <param name="Entitlement">Null for the customer's default, if there is one that can be used.</param>
    /// <param name="IgnoringDuplicates">Whoever asks has seen the likely duplicates and goes on.</param>
    /// <param name="Parent">The case that it is a child of: what is not said is taken over from it.</param>
    /// <param name="Reference">What it is called elsewhere; refused where another case is called so.</param>
    /// <param name="From">The activity of another case that it is made of, and that goes along.</param>
    public sealed record Create(
        CaseId Id,
        string Ticket,
        string Title,
        Guid? Customer,
        Guid? Contact,
        FieldValues Fields,
        string? Status = null,
        bool RouteNow = true,
        CaseId? Parent = null,
        Guid? Entitlement = null,
        bool IgnoringDuplicates = false,
        ExternalReference? Reference = null,
        ActivityOfCase? From = null
    ) : CaseCommand;

    /// <param name="Changes">By field, <c>title</c>, <c>customer</c>, <c>contact</c> and <c>entitlement</c> included; null empties.</param>
    public sealed record Edit(ImmutableSortedDictionary<string, FieldValue?> Changes) : CaseCommand;

    public sealed record MoveStatus(string To, FieldValues Fields) : CaseCommand;

    /// <param name="To"><c>next</c>, <c>back</c>, or the key of a stage.</param>
    public sealed record MoveStage(string To, string? Reason) : CaseCommand;

    public sealed record Route : CaseCommand;

    /// <param name="Worker">Who works on it there; null for whoever the queue finds.</param>
    public sealed record AddToQueue(string Queue, string? Worker = null) : CaseCommand;

    public sealed record Pick : CaseCommand;

    public sealed record Release : CaseCommand;

    /// <summary>
    /// Let the queue look at its waiting case again: whether somebody can take it now, or it has waited too long. Only the
    /// host sends it.
    /// </summary>
    public sealed record Offer : CaseCommand;

    public sealed record RemoveFromQueue : CaseCommand;

    /// <summary>To a user or to a team, not both.</summary>
    /// <param name="Note">What the new owner should know.</param>
    public sealed record Assign(string? User, string? Team, string? Note = null) : CaseCommand;

    /// <param name="Status">Null for the process's first resolved status that can be reached.</param>
    /// <param name="BillableMinutes">Null for the minutes of all activities.</param>
    /// <param name="CancelOpenActivities">Whoever asks has seen that there are open activities and wants them cancelled.</param>
    /// <param name="BillableReason">Why more is billed than was worked; asked for only then.</param>
    public sealed record Resolve(
        string? Status,
        string? Resolution,
        int? BillableMinutes,
        FieldValues Fields,
        bool CancelOpenActivities = false,
        string? BillableReason = null
    ) : CaseCommand;

    /// <param name="Status">Null for the process's first cancelled status that can be reached.</param>
    public sealed record Cancel(string? Status, CaseId? Into) : CaseCommand;

    /// <param name="Status">Null for the process's first active status that can be reached.</param>
    public sealed record Reactivate(string? Status, string? Reason) : CaseCommand;

    /// <param name="Id">A new one, for the activity.</param>
    /// <param name="IsDone">It has happened already; a note always has.</param>
    /// <param name="Minutes">How long it took, where it has happened.</param>
    public sealed record AddActivity(Guid Id, ActivityContent Content, bool IsDone, int? Minutes) : CaseCommand;

    public sealed record CompleteActivity(Guid Activity, int? Minutes) : CaseCommand;

    public sealed record CancelActivity(Guid Activity) : CaseCommand;

    /// <param name="Other">A case like this one.</param>
    /// <param name="SolutionFound">What resolved that one resolves this one.</param>
    public sealed record LinkSimilar(CaseId Other, bool SolutionFound) : CaseCommand;

    /// <summary>Carry the case over to the version that asks, by its mapping. Only the host sends it.</summary>
    public sealed record Migrate : CaseCommand;
}
