using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Storage;

/// <summary>
/// Gives cases their words that were stored before words were kept. The oldest come first, and every case opened since has its
/// words from the start: where the newest has them all have, and where a fill was broken off the next one goes on.
/// </summary>
internal sealed partial class CaseTextFill(IDbContextFactory<CaseFlowDb> contexts, ILoggerFactory? log)
{
    private const int InBatch = 500;

    private readonly ILogger? log = log?.CreateLogger<CaseTextFill>();

    /// <summary>Two look-ups, however many cases there are.</summary>
    public static async Task<bool> IsDue(CaseFlowDb db, CancellationToken cancellation)
    {
        var newest = await db
            .Cases.OrderByDescending(row => row.Id)
            .Select(row => (Guid?)row.Id)
            .FirstOrDefaultAsync(cancellation);
        return newest is { } id && !await db.CaseTexts.AnyAsync(row => row.CaseId == id, cancellation);
    }

    public async Task Run(CancellationToken cancellation)
    {
        var filled = 0;
        while (await FillNext(cancellation) is var count and > 0)
        {
            filled += count;
            if (log is not null)
            {
                LogFilled(log, filled);
            }
        }
    }

    private async Task<int> FillNext(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var last =
            await db
                .CaseTexts.OrderByDescending(row => row.CaseId)
                .Select(row => (Guid?)row.CaseId)
                .FirstOrDefaultAsync(cancellation)
            ?? Guid.Empty;
        var cases = await db
            .Cases.AsNoTracking()
            .Where(row => row.Id > last)
            .OrderBy(row => row.Id)
            .Take(InBatch)
            .Select(row => new
            {
                row.Id,
                row.Snapshot,
                row.Head,
            })
            .ToListAsync(cancellation);
        var ids = cases.Select(row => row.Id).ToList();
        var activities = (
            await db.Activities.Where(row => ids.Contains(row.CaseId)).ToListAsync(cancellation)
        ).ToLookup(row => row.CaseId);
        foreach (var row in cases)
        {
            foreach (var activity in activities[row.Id])
            {
                db.Entry(activity).Property(one => one.Words).CurrentValue = ActivityRow.WordsOf(
                    activity.Subject,
                    activity.Text
                );
            }

            db.CaseTexts.Add(CaseTextRow.Of(CaseRow.Read(row.Snapshot, row.Head).Case, activities[row.Id]));
        }

        await db.SaveChangesAsync(cancellation);
        return cases.Count;
    }

    [LoggerMessage(LogLevel.Information, "{Count} cases that were stored before can be found by their words now")]
    private static partial void LogFilled(ILogger log, int count);
}
