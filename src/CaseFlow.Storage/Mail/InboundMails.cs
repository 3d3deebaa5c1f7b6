using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>
/// The e-mail of mailboxes: each kept once, and given to one worker at a time, lane by lane in the order in which it came.
/// Who takes one has it to himself for a while; if he dies meanwhile, the next one gets it.
/// </summary>
public sealed class InboundMails
{
    private const string Table = "inbound_mails";
    private const string Waiting = InboundMailRow.Waiting;

    private readonly IStore store;

    internal InboundMails(IStore store) => this.store = store;

    /// <summary>Keeps an e-mail, unless it came before; the id is that of the one that is kept.</summary>
    public async Task<(Guid Id, bool IsNew)> Keep(InboundMailRow mail, byte[] content, CancellationToken cancellation)
    {
        if (await FindId(mail, cancellation) is { } known)
        {
            return (known, false);
        }

        try
        {
            await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
            db.InboundMails.Add(mail);
            db.InboundMailContents.Add(new() { Id = mail.Id, Content = content });
            await db.SaveChangesAsync(cancellation);
            return (mail.Id, true);
        }
        catch (DbUpdateException)
        {
            // It came twice at the same moment, and the other one was faster; or the database has trouble.
            if (await FindId(mail, cancellation) is { } other)
            {
                return (other, false);
            }

            throw;
        }
    }

    /// <summary>Takes what is due and first in its lane, the oldest first.</summary>
    /// <param name="hold">How long others keep away from what is taken.</param>
    /// <param name="most">How many at most.</param>
    public async Task<ImmutableArray<InboundMailRow>> Take(
        DateTimeOffset now,
        TimeSpan hold,
        int most,
        CancellationToken cancellation
    )
    {
        var (ticks, until) = (now.UtcTicks, (now + hold).UtcTicks);

        // Looking costs no turn among the writers, and most looks find nothing.
        await using (var db = await store.Contexts.CreateDbContextAsync(cancellation))
        {
            if (
                !await db
                    .InboundMails.AsNoTracking()
                    .AnyAsync(row => row.State == Waiting && row.DueAt <= now, cancellation)
            )
            {
                return [];
            }
        }

        var taken = await store.Write(
            db =>
                db.InboundMails.FromSqlRaw(LanedWork.Take(Table, db.Database.IsNpgsql()), until, ticks, most)
                    .AsNoTracking()
                    .ToListAsync(cancellation),
            cancellation
        );
        return [.. taken.OrderBy(row => row.Number)];
    }

    /// <summary>The e-mail as it came; null where there is none of this id.</summary>
    public async Task<byte[]?> Content(Guid id, CancellationToken cancellation)
    {
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        return await db
            .InboundMailContents.AsNoTracking()
            .Where(row => row.Id == id)
            .Select(row => row.Content)
            .SingleOrDefaultAsync(cancellation);
    }

    /// <summary>How many e-mails of the sender came to the mailbox within a time before this one, this one included.</summary>
    public async Task<int> CountOfSender(InboundMailRow mail, TimeSpan within, CancellationToken cancellation)
    {
        var since = mail.ReceivedAt - within;
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        return await db
            .InboundMails.AsNoTracking()
            .CountAsync(
                row =>
                    row.Mailbox == mail.Mailbox
                    && row.Sender == mail.Sender
                    && row.ReceivedAt > since
                    && row.Number <= mail.Number,
                cancellation
            );
    }

    /// <summary>Writes down what came of an e-mail; false where somebody else has taken it up since.</summary>
    /// <param name="ended">The e-mail as it was taken, with what came of it.</param>
    public async Task<bool> End(InboundMailRow ended, DateTimeOffset now, CancellationToken cancellation) =>
        await store.Write(
            db =>
                Held(db, ended)
                    .ExecuteUpdateAsync(
                        row =>
                            row.SetProperty(one => one.State, ended.State)
                                .SetProperty(one => one.CaseId, ended.CaseId)
                                .SetProperty(one => one.Code, ended.Code)
                                .SetProperty(one => one.Detail, ended.Detail)
                                .SetProperty(one => one.AnsweredAt, ended.AnsweredAt)
                                .SetProperty(one => one.EndedAt, now),
                        cancellation
                    ),
            cancellation
        ) == 1;

    /// <summary>Lets an e-mail be tried again, not before this time.</summary>
    public Task PutOff(InboundMailRow taken, DateTimeOffset until, string why, CancellationToken cancellation) =>
        store.Write(
            db =>
                Held(db, taken)
                    .ExecuteUpdateAsync(
                        row =>
                            row.SetProperty(one => one.DueAt, until)
                                .SetProperty(one => one.Failures, taken.Failures + 1)
                                .SetProperty(one => one.Detail, why),
                        cancellation
                    ),
            cancellation
        );

    /// <summary>Has an e-mail that ended without becoming part of a case worked on again; false where there is none such.</summary>
    /// <param name="isAccepted">Whatever the mailbox says of its sender.</param>
    public async Task<bool> Replay(Guid id, bool isAccepted, DateTimeOffset now, CancellationToken cancellation) =>
        await store.Write(
            db =>
                db.InboundMails.Where(row => row.Id == id && row.State != Waiting && row.CaseId == null)
                    .ExecuteUpdateAsync(
                        row =>
                            row.SetProperty(one => one.State, Waiting)
                                .SetProperty(one => one.DueAt, now)
                                .SetProperty(one => one.Failures, 0)
                                .SetProperty(one => one.Replays, one => one.Replays + 1)
                                .SetProperty(one => one.IsAccepted, one => one.IsAccepted || isAccepted)
                                .SetProperty(one => one.EndedAt, (DateTimeOffset?)null),
                        cancellation
                    ),
            cancellation
        ) == 1;

    /// <summary>
    /// Forgets what ended in one of these states before this time and is part of no case, and says how many those were.
    /// </summary>
    public Task<int> Trim(DateTimeOffset before, IReadOnlyList<string> states, CancellationToken cancellation) =>
        store.Write(
            async db =>
            {
                var old = db.InboundMails.Where(row =>
                    row.EndedAt < before && row.CaseId == null && states.Contains(row.State)
                );
                await db
                    .InboundMailContents.Where(row => old.Any(mail => mail.Id == row.Id))
                    .ExecuteDeleteAsync(cancellation);
                return await old.ExecuteDeleteAsync(cancellation);
            },
            cancellation
        );

    private async Task<Guid?> FindId(InboundMailRow mail, CancellationToken cancellation)
    {
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        return await db
            .InboundMails.AsNoTracking()
            .Where(row => row.Mailbox == mail.Mailbox && row.Key == mail.Key)
            .Select(row => (Guid?)row.Id)
            .SingleOrDefaultAsync(cancellation);
    }

    private static IQueryable<InboundMailRow> Held(CaseFlowDb db, InboundMailRow taken) =>
        db.InboundMails.Where(row => row.Number == taken.Number && row.State == Waiting && row.DueAt == taken.DueAt);
}
