using CaseFlow.Engine.Cases;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>
/// Cases as appends left them. Mostly nothing has happened since, and the case's row says it; else the history is folded
/// up to there.
/// </summary>
internal sealed class CasesThen
{
    private readonly Dictionary<(Guid, int), Case> cases = [];

    public Case After(OutboxRow append) => cases[KeyOf(append)];

    public static async Task<CasesThen> Read(
        CaseFlowDb db,
        IReadOnlyList<OutboxRow> appends,
        CancellationToken cancellation
    )
    {
        var then = new CasesThen();
        var ids = appends.Select(append => append.CaseId).Distinct().ToList();
        var rows = await db
            .Cases.AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .Select(row => new
            {
                row.Id,
                row.Version,
                row.Snapshot,
                row.Head,
            })
            .ToListAsync(cancellation);
        foreach (var row in rows)
        {
            then.cases[(row.Id, row.Version)] = CaseRow.Read(row.Snapshot, row.Head).Case;
        }

        foreach (var missing in appends.Where(append => !then.cases.ContainsKey(KeyOf(append))).GroupBy(KeyOfCase))
        {
            await then.Fold(db, missing.Key, [.. missing.Select(append => KeyOf(append).Item2)], cancellation);
        }

        return then;
    }

    private async Task Fold(CaseFlowDb db, Guid id, HashSet<int> versions, CancellationToken cancellation)
    {
        var last = versions.Max();
        var history = db
            .CaseEvents.AsNoTracking()
            .Where(row => row.CaseId == id && row.Position <= last)
            .OrderBy(row => row.Position)
            .Select(row => row.Json)
            .AsAsyncEnumerable();
        Case? folded = null;
        await foreach (var json in history.WithCancellation(cancellation))
        {
            folded = CaseHistory.Evolve(folded, CaseEventRow.Read(json));
            if (versions.Contains(folded.Version))
            {
                cases[(id, folded.Version)] = folded;
            }
        }
    }

    private static Guid KeyOfCase(OutboxRow append) => append.CaseId;

    private static (Guid, int) KeyOf(OutboxRow append) => (append.CaseId, append.Position + append.Count - 1);
}
