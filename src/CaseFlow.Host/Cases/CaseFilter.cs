using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.AspNetCore.Mvc;

namespace CaseFlow.Host.Cases;

/// <summary>Which cases: everything that is given must hold. The same in addresses, in saved views and in bulk jobs.</summary>
/// <param name="Queue">A queue, or <c>none</c> for cases in no queue.</param>
/// <param name="Owner">A user, <c>me</c>, or <c>none</c> for cases that nobody owns.</param>
/// <param name="Worker">A user, or <c>me</c>.</param>
/// <param name="Subject">A subject, with all that lie below it.</param>
/// <param name="CreatedAfter">Then or later.</param>
/// <param name="CreatedBefore">Earlier than that.</param>
/// <param name="ModifiedAfter">Then or later.</param>
/// <param name="ClosedAfter">Closed then or later; those that are active again are not.</param>
/// <param name="ClosedBefore">Closed earlier than that.</param>
/// <param name="MissedAfter">A clock failed then or later, the last of those that did.</param>
/// <param name="MissedBefore">It failed earlier than that.</param>
/// <param name="Clock"><c>at-risk</c>: one that runs has warned; <c>missed</c>: one has failed.</param>
/// <param name="Q">A ticket number, or words; the last one may be a beginning.</param>
internal sealed record CaseFilter(
    [FromQuery] string? Process = null,
    [FromQuery] string? State = null,
    [FromQuery] string? Status = null,
    [FromQuery] string? Stage = null,
    [FromQuery] string? Queue = null,
    [FromQuery] string? Owner = null,
    [FromQuery] string? Worker = null,
    [FromQuery] string? Team = null,
    [FromQuery] Guid? Customer = null,
    [FromQuery] string? Priority = null,
    [FromQuery] string? Origin = null,
    [FromQuery] string? Subject = null,
    [FromQuery] DateTimeOffset? CreatedAfter = null,
    [FromQuery] DateTimeOffset? CreatedBefore = null,
    [FromQuery] DateTimeOffset? ModifiedAfter = null,
    [FromQuery] DateTimeOffset? ClosedAfter = null,
    [FromQuery] DateTimeOffset? ClosedBefore = null,
    [FromQuery] DateTimeOffset? MissedAfter = null,
    [FromQuery] DateTimeOffset? MissedBefore = null,
    [FromQuery] string? Clock = null,
    [FromQuery] string? Q = null
)
{
    public const string Me = "me";
    public const string None = "none";
    public const string AtRisk = "at-risk";
    public const string Missed = "missed";

    private const int MostOfQ = 500;

    /// <summary>An index leads to the few cases of one of these.</summary>
    public bool IsNarrow => Queue is not (null or None) || Owner is not (null or None) || Customer is not null;

    /// <summary>What is searched; null where nothing is.</summary>
    public SearchWords? Words => string.IsNullOrWhiteSpace(Q) ? null : SearchWords.Of(Q);

    public ApiProblem? Check() =>
        State is not null && StateNames.Find(State) is null
            ? ApiProblem.Malformed("'state' is active, resolved or cancelled.")
        : Clock is not (null or AtRisk or Missed) ? ApiProblem.Malformed($"'clock' is {AtRisk} or {Missed}.")
        : Q?.Length > MostOfQ ? ApiProblem.Malformed($"'q' has more than {MostOfQ} characters.")
        : null;

    /// <summary>Leaves the cases that fit all but the words, which <see cref="CaseSearch"/> knows how to look for.</summary>
    /// <param name="subjects"><see cref="Subject"/> and all that lie below it.</param>
    public IQueryable<CaseRow> Apply(IQueryable<CaseRow> rows, CaseScope scope, IReadOnlyCollection<string> subjects)
    {
        rows = scope.Apply(rows);
        rows = Process is { } process ? rows.Where(row => row.Process == process) : rows;
        rows = StateNames.Find(State) is { } state ? rows.Where(row => row.State == state) : rows;
        rows = Status is { } status ? rows.Where(row => row.Status == status) : rows;
        rows = Stage is { } stage ? rows.Where(row => row.Stage == stage) : rows;
        rows = Customer is { } customer ? rows.Where(row => row.CustomerId == customer) : rows;
        rows = Priority is { } priority ? rows.Where(row => row.Priority == priority) : rows;
        rows = Origin is { } origin ? rows.Where(row => row.Origin == origin) : rows;
        rows = Subject is null ? rows : rows.Where(row => row.Subject != null && subjects.Contains(row.Subject));
        return OfClocks(AtTimes(OfPeople(rows, scope.Me)));
    }

    /// <summary>Only those that were created from one moment on, or before another.</summary>
    public static IQueryable<CaseRow> Created(
        IQueryable<CaseRow> rows,
        DateTimeOffset? createdAfter,
        DateTimeOffset? createdBefore
    )
    {
        // Ids begin with the millisecond of their creation, so that the index that lists go by ends where the time does.
        if (createdAfter is { } from)
        {
            var first = FirstId(from);
            rows = rows.Where(row => row.CreatedAt >= from && row.Id >= first);
        }

        if (createdBefore is { } to)
        {
            var last = FirstId(to.AddMilliseconds(1));
            rows = rows.Where(row => row.CreatedAt < to && row.Id < last);
        }

        return rows;
    }

    /// <summary>Only those that were closed from one moment on, or before another.</summary>
    public static IQueryable<CaseRow> Closed(
        IQueryable<CaseRow> rows,
        DateTimeOffset? closedAfter,
        DateTimeOffset? closedBefore
    )
    {
        rows = closedAfter is { } from ? rows.Where(row => row.ClosedAt >= from) : rows;
        return closedBefore is { } to ? rows.Where(row => row.ClosedAt < to) : rows;
    }

    /// <summary>Only those of which a clock failed from one moment on, or before another.</summary>
    public static IQueryable<CaseRow> MissedAt(
        IQueryable<CaseRow> rows,
        DateTimeOffset? missedAfter,
        DateTimeOffset? missedBefore
    )
    {
        rows = missedAfter is { } from ? rows.Where(row => row.MissedAt >= from) : rows;
        return missedBefore is { } to ? rows.Where(row => row.MissedAt < to) : rows;
    }

    private IQueryable<CaseRow> OfPeople(IQueryable<CaseRow> rows, string me)
    {
        rows =
            Queue is None ? rows.Where(row => row.Queue == null)
            : Queue is { } queue ? rows.Where(row => row.Queue == queue)
            : rows;
        var owner = Owner is Me ? me : Owner;
        rows =
            owner is None ? rows.Where(row => row.Owner == null && row.Team == null)
            : owner is not null ? rows.Where(row => row.Owner == owner)
            : rows;
        var worker = Worker is Me ? me : Worker;
        rows = worker is not null ? rows.Where(row => row.Worker == worker) : rows;
        return Team is { } team ? rows.Where(row => row.Team == team) : rows;
    }

    private IQueryable<CaseRow> AtTimes(IQueryable<CaseRow> rows)
    {
        rows = Closed(Created(rows, CreatedAfter, CreatedBefore), ClosedAfter, ClosedBefore);
        return ModifiedAfter is { } since ? rows.Where(row => row.ModifiedAt >= since) : rows;
    }

    private IQueryable<CaseRow> OfClocks(IQueryable<CaseRow> rows)
    {
        rows = MissedAt(rows, MissedAfter, MissedBefore);
        return Clock switch
        {
            AtRisk => rows.Where(row => row.RiskAt != null),
            Missed => rows.Where(row => row.MissedAt != null),
            _ => rows,
        };
    }

    private static Guid FirstId(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(at < DateTimeOffset.UnixEpoch ? DateTimeOffset.UnixEpoch : at)
            .TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6..].Clear();
        return new Guid(bytes, bigEndian: true);
    }
}
