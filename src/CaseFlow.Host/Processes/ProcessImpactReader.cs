using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Processes;

/// <summary>What a version means for the open cases of its process.</summary>
/// <param name="Follow">Cases that stand where the version knows: they run by it from now on.</param>
/// <param name="CarriedOver">Cases that its <c>migrate</c> brings over.</param>
/// <param name="Stay">Cases that stay on the version they run by now, for want of a mapping.</param>
/// <param name="Unmapped">Where those stand.</param>
internal sealed record ProcessImpact(
    int Follow,
    int CarriedOver,
    int Stay,
    ImmutableArray<ProcessImpact.Place> Unmapped
)
{
    public sealed record Place(string Status, string? Stage, string? Queue, int Cases);
}

/// <summary>Counts the open cases by where they stand, and asks the version about each place.</summary>
internal sealed class ProcessImpactReader(IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    public async Task<ProcessImpact> Of(CaseProcess process, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var places = await db
            .Cases.AsNoTracking()
            .Where(row => row.Process == process.Key && row.State == CaseState.Active)
            .GroupBy(row => new
            {
                row.Status,
                row.Stage,
                row.Queue,
            })
            .Select(group => new ProcessImpact.Place(group.Key.Status, group.Key.Stage, group.Key.Queue, group.Count()))
            .ToListAsync(cancellation);

        var byFate = places.ToLookup(place => FateOf(process, place));
        return new ProcessImpact(
            byFate[Fate.Follows].Sum(place => place.Cases),
            byFate[Fate.IsCarriedOver].Sum(place => place.Cases),
            byFate[Fate.Stays].Sum(place => place.Cases),
            [.. byFate[Fate.Stays].OrderByDescending(place => place.Cases)]
        );
    }

    private Fate FateOf(CaseProcess process, ProcessImpact.Place place)
    {
        if (process.Knows(place.Status, place.Stage, place.Queue, CaseState.Active))
        {
            return Fate.Follows;
        }

        // The same question that each of these cases will be asked.
        var standing = Standing(process, place);
        var carry = new CaseCommand.Migrate { By = new Actor("caseflow", Role.Automation), At = standing.ModifiedAt };
        return
            process.Parts.Migrate != MigrationMap.None
            && CaseDecider.Decide(process, standing, carry, CaseFacts.None) is Decision.Accepted
            ? Fate.IsCarriedOver
            : Fate.Stays;
    }

    private Case Standing(CaseProcess process, ProcessImpact.Place place) =>
        new()
        {
            Id = new CaseId(Guid.Empty),
            Ticket = "",
            Process = process.Key,
            Definition = "",
            Version = 1,
            Title = "",
            Customer = Guid.Empty,
            State = CaseState.Active,
            Status = place.Status,
            StatusSince = time.GetUtcNow(),
            Stage = place.Stage,
            Queue = place.Queue,
            CreatedAt = time.GetUtcNow(),
            CreatedBy = "",
            ModifiedAt = time.GetUtcNow(),
        };

    private enum Fate
    {
        Follows,
        IsCarriedOver,
        Stays,
    }
}
