using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>The e-mail of mailboxes.</summary>
public sealed class InboundMails : InboundQueue<InboundMailRow>
{
    internal InboundMails(IStore store)
        : base(store) { }

    /// <summary>Keeps an e-mail, unless it came before; the id is that of the one that is kept.</summary>
    public Task<(Guid Id, bool IsNew)> Keep(InboundMailRow mail, byte[] content, CancellationToken cancellation) =>
        Keep(mail, new InboundMailContentRow { Id = mail.Id, Content = content }, cancellation);

    /// <summary>The e-mail as it came; null where there is none of this id.</summary>
    public async Task<byte[]?> Content(Guid id, CancellationToken cancellation)
    {
        await using var db = await Store.Contexts.CreateDbContextAsync(cancellation);
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
        await using var db = await Store.Contexts.CreateDbContextAsync(cancellation);
        return await All(db)
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
    public Task<bool> End(InboundMailRow ended, DateTimeOffset now, CancellationToken cancellation) =>
        End(
            ended,
            now,
            row =>
                row.SetProperty(one => one.CaseId, ended.CaseId)
                    .SetProperty(one => one.Code, ended.Code)
                    .SetProperty(one => one.AnsweredAt, ended.AnsweredAt),
            cancellation
        );

    /// <summary>Has an e-mail that ended without becoming part of a case worked on again; false where there is none such.</summary>
    /// <param name="isAccepted">Whatever the mailbox says of its sender.</param>
    public Task<bool> Replay(Guid id, bool isAccepted, DateTimeOffset now, CancellationToken cancellation) =>
        Replay(
            row => row.Id == id && row.CaseId == null,
            now,
            row => row.SetProperty(one => one.IsAccepted, one => one.IsAccepted || isAccepted),
            cancellation
        );

    /// <summary>
    /// Forgets what ended in one of these states before this time and is part of no case, and says how many those were.
    /// </summary>
    public Task<int> Trim(DateTimeOffset before, IReadOnlyList<string> states, CancellationToken cancellation) =>
        Store.Write(
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

    private protected override Expression<Func<InboundMailRow, bool>> IsSameAs(InboundMailRow row) =>
        other => other.Mailbox == row.Mailbox && other.Key == row.Key;
}
