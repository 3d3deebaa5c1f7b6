using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Processes;

/// <summary>Counts the cases of a process by where they stand: the index of the places answers it, and no case is read.</summary>
internal sealed class CasePlaces(IDbContextFactory<CaseFlowDb> databases)
{
    internal sealed record Place(CaseState State, string Status, string? Stage, string? Queue, int Cases);

    /// <summary>Those of them that somebody sees.</summary>
    public Task<ImmutableArray<Place>> All(string process, CaseScope scope, CancellationToken cancellation) =>
        Count(rows => scope.Apply(rows.Where(row => row.Process == process)), cancellation);

    public Task<ImmutableArray<Place>> Open(string process, CancellationToken cancellation) =>
        Count(rows => rows.Where(row => row.Process == process && row.State == CaseState.Active), cancellation);

    private async Task<ImmutableArray<Place>> Count(
        Func<IQueryable<CaseRow>, IQueryable<CaseRow>> which,
        CancellationToken cancellation
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var places = await which(db.Cases.AsNoTracking())
            .Where(row => row.Status != "") // says that the index of the places is meant
            .GroupBy(row => new
            {
                row.State,
                row.Status,
                row.Stage,
                row.Queue,
            })
            .Select(group => new Place(
                group.Key.State,
                group.Key.Status,
                group.Key.Stage,
                group.Key.Queue,
                group.Count()
            ))
            .ToListAsync(cancellation);
        return [.. places];
    }
}
