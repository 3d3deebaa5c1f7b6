using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Staffing;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Queues;

/// <summary>Looks at queues for a decision: how many cases wait, who works there, and how each of them stands.</summary>
internal sealed class StaffReader(IDbContextFactory<CaseFlowDb> databases)
{
    public async Task<ImmutableArray<QueueFacts>> Look(
        string process,
        ImmutableArray<QueueDefinition> queues,
        CancellationToken cancellation
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var seen = ImmutableArray.CreateBuilder<QueueFacts>(queues.Length);
        foreach (var queue in queues)
        {
            seen.Add(await Look(db, process, queue, cancellation));
        }

        return seen.MoveToImmutable();
    }

    /// <summary>The teams that somebody is in at this moment.</summary>
    public async Task<ImmutableArray<string>> TeamsOf(string user, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var teams = await db
            .TeamMembers.AsNoTracking()
            .Where(row => row.User == user)
            .Select(row => row.Team)
            .ToListAsync(cancellation);
        return [.. teams];
    }

    public async Task<bool> IsInactive(string user, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Users.AnyAsync(row => row.Key == user && !row.IsActive, cancellation);
    }

    private static async Task<QueueFacts> Look(
        CaseFlowDb db,
        string process,
        QueueDefinition queue,
        CancellationToken cancellation
    )
    {
        var waiting = queue.Overflow is { WaitingOver: not null }
            ? await db.QueueItems.CountAsync(
                row => row.Process == process && row.Queue == queue.Key && row.Worker == null,
                cancellation
            )
            : 0;
        if (queue.Assign == AssignmentStrategy.Manual)
        {
            return new(queue.Key, waiting, []);
        }

        var round = await db
            .QueueRounds.Where(row => row.Process == process && row.Queue == queue.Key)
            .Select(row => row.Round)
            .FirstOrDefaultAsync(cancellation);
        return new(queue.Key, waiting, await People(db, process, queue, cancellation), round);
    }

    private static async Task<ImmutableArray<MemberFacts>> People(
        CaseFlowDb db,
        string process,
        QueueDefinition queue,
        CancellationToken cancellation
    )
    {
        var (named, teams) = queue.NamedMembers();
        var keys = await db
            .TeamMembers.Where(row => teams.Contains(row.Team))
            .Select(row => row.User)
            .ToListAsync(cancellation);
        keys = [.. keys.Concat(named).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var users = await db
            .Users.AsNoTracking()
            .Where(row => keys.Contains(row.Key))
            .ToDictionaryAsync(row => row.Key, StringComparer.Ordinal, cancellation);
        var loads = await db
            .WorkLoads.AsNoTracking()
            .Where(row => keys.Contains(row.User))
            .ToDictionaryAsync(row => row.User, row => row.Load, StringComparer.Ordinal, cancellation);
        var turns = await db
            .QueueTurns.AsNoTracking()
            .Where(row => row.Process == process && row.Queue == queue.Key)
            .ToDictionaryAsync(row => row.User, row => row.Turn, StringComparer.Ordinal, cancellation);
        return
        [
            .. keys.Select(key =>
                FactsOf(
                    key,
                    users.GetValueOrDefault(key),
                    queue,
                    loads.GetValueOrDefault(key),
                    turns.GetValueOrDefault(key)
                )
            ),
        ];
    }

    // Whom a definition names and nobody has added yet is offline: nobody said that he is here.
    private static MemberFacts FactsOf(string key, UserRow? user, QueueDefinition queue, int load, long turn)
    {
        ImmutableArray<string> lacks = [.. queue.Skills.Except(user?.Skills ?? [], StringComparer.Ordinal)];
        return new(
            key,
            user?.Presence ?? Presence.Offline,
            load,
            user?.Capacity,
            turn,
            lacks.IsEmpty ? null : lacks,
            user?.IsActive == false ? true : null
        );
    }
}
