using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Processes;

/// <summary>The newest cases of a process, as many as are asked for and no more: however many there are, looking at them ends.</summary>
internal sealed class CaseSample(IDbContextFactory<CaseFlowDb> databases)
{
    private const int Together = 500;

    /// <summary>Pages of cases, the newest first.</summary>
    /// <param name="isOpen">Only those that are active.</param>
    /// <param name="scope">Which of them may be looked at.</param>
    public async IAsyncEnumerable<ImmutableArray<Case>> Newest(
        string process,
        bool isOpen,
        DateTimeOffset? since,
        int most,
        CaseScope scope,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        Guid? before = null;
        for (var seen = 0; seen < most; )
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var rows = scope.Apply(db.Cases.AsNoTracking()).Where(row => row.Process == process);
            rows = isOpen ? rows.Where(row => row.State == CaseState.Active) : rows;
            rows = since is { } then ? rows.Where(row => row.CreatedAt >= then) : rows;
            rows = before is { } last ? rows.Where(row => row.Id < last) : rows;
            var page = await rows.OrderByDescending(row => row.Id)
                .Take(Math.Min(Together, most - seen))
                .Select(row => new
                {
                    row.Id,
                    row.Snapshot,
                    row.Head,
                })
                .ToListAsync(cancellation);
            if (page.Count == 0)
            {
                yield break;
            }

            yield return [.. page.Select(row => CaseRow.Read(row.Snapshot, row.Head).Case)];
            seen += page.Count;
            before = page[^1].Id;
        }
    }
}
