using CaseFlow.Engine.Cases;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Bulk;

/// <summary>Finds and makes jobs: a job is there for who asked for it, and for supervisors and admins.</summary>
internal static class BulkJobs
{
    public const int MostCases = 10_000;

    public static async Task<BulkJobRow?> Find(CaseFlowDb db, Guid id, Actor by, CancellationToken cancellation) =>
        await db.BulkJobs.SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } job
        && (job.By == by.User || (by.Roles & (Role.Supervisor | Role.Admin)) != Role.None)
            ? job
            : null;

    public static async Task<BulkShape> Show(CaseFlowDb db, BulkJobRow job, CancellationToken cancellation)
    {
        var counts = await db
            .BulkItems.Where(row => row.JobId == job.Id && row.Outcome != null)
            .GroupBy(row => row.Outcome!)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, StringComparer.Ordinal, cancellation);
        return BulkShape.Of(job, counts);
    }

    /// <summary>Adds a job and its cases to the context; it is there for the runner when they are saved.</summary>
    public static BulkJobRow Add(
        CaseFlowDb db,
        string command,
        string body,
        Guid? undoes,
        IReadOnlyList<(Guid Case, int? Found, int? Left)> cases,
        Actor by,
        DateTimeOffset at
    )
    {
        var job = new BulkJobRow
        {
            Id = Guid.CreateVersion7(at),
            By = by.User,
            Roles = string.Join(',', RoleNames.Of(by.Roles)),
            Command = command,
            Body = body,
            Undoes = undoes,
            Total = cases.Count,
            CreatedAt = at,
        };
        db.BulkJobs.Add(job);
        db.BulkItems.AddRange(
            cases.Select(
                (one, index) =>
                    new BulkItemRow
                    {
                        JobId = job.Id,
                        Position = index + 1,
                        CaseId = one.Case,
                        Found = one.Found,
                        Version = one.Left,
                    }
            )
        );
        return job;
    }
}
