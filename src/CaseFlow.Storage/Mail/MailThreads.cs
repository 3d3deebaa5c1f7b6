using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>Which case an e-mail is about, by its Message-ID. Who claims an id first keeps it.</summary>
public sealed class MailThreads
{
    /// <summary>No program makes longer ones; what is longer is cut, alike on both sides.</summary>
    private const int MostOfId = 400;

    private readonly IStore store;

    internal MailThreads(IStore store) => this.store = store;

    public async Task Remember(string messageId, Guid caseId, DateTimeOffset at, CancellationToken cancellation)
    {
        if (await Find([messageId], cancellation) is not null)
        {
            return;
        }

        try
        {
            await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
            db.MailThreads.Add(
                new()
                {
                    MessageId = Short(messageId),
                    CaseId = caseId,
                    At = at,
                }
            );
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody claimed it at the same moment, and was faster; or the database has trouble.
            if (await Find([messageId], cancellation) is null)
            {
                throw;
            }
        }
    }

    /// <summary>The case of the first of these ids that is known.</summary>
    public async Task<Guid?> Find(IReadOnlyList<string> messageIds, CancellationToken cancellation)
    {
        List<string> asked = [.. messageIds.Select(Short)];
        if (asked is [])
        {
            return null;
        }

        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        var known = await db
            .MailThreads.AsNoTracking()
            .Where(row => asked.Contains(row.MessageId))
            .ToDictionaryAsync(row => row.MessageId, row => row.CaseId, StringComparer.Ordinal, cancellation);
        foreach (var id in asked)
        {
            if (known.TryGetValue(id, out var found))
            {
                return found;
            }
        }

        return null;
    }

    private static string Short(string id) => id[..Math.Min(id.Length, MostOfId)];
}
