using CaseFlow.Host.Cases;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Shell;

/// <summary>
/// <c>Idempotency-Key</c> for requests that write by themselves and not through a case: what they write and their answer
/// go in one transaction, and the second request gets the first one's answer.
/// </summary>
internal sealed class KeptAnswers(IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    /// <param name="work">Adds what it writes to the context, and answers; it does not save.</param>
    public async Task<IResult> Once(HttpContext context, byte[] body, Func<CaseFlowDb, Task<CaseReply>> work)
    {
        if (CaseDoor.ReadKey(context, body, out var key) is { } problem)
        {
            return problem;
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        if (key is not null && await Find(db, key, context.RequestAborted) is { } kept)
        {
            return CaseReply.Repeat(kept, key);
        }

        var reply = await work(db);
        if (key is not null)
        {
            db.KeptAnswers.Add(reply.Keep(key, time.GetUtcNow()));
        }

        try
        {
            await db.SaveChangesAsync(context.RequestAborted);
            return reply;
        }
        catch (DbUpdateException) when (key is not null)
        {
            // Another request with the same key was faster; if that is not why, it is not in the store and this flies on.
            await using var fresh = await databases.CreateDbContextAsync(context.RequestAborted);
            if (await Find(fresh, key, context.RequestAborted) is { } first)
            {
                return CaseReply.Repeat(first, key);
            }

            throw;
        }
    }

    private static Task<KeptAnswer?> Find(CaseFlowDb db, RepeatKey key, CancellationToken cancellation) =>
        db
            .KeptAnswers.AsNoTracking()
            .SingleOrDefaultAsync(row => row.User == key.User && row.Key == key.Key, cancellation);
}
