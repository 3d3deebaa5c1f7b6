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

        try
        {
            return await Try(context, key, work);
        }
        catch (DbUpdateException)
        {
            // Somebody was faster, with the same key or with what the same work needs for itself. Now it can be seen.
            return await Try(context, key, work);
        }
    }

    private async Task<CaseReply> Try(HttpContext context, RepeatKey? key, Func<CaseFlowDb, Task<CaseReply>> work)
    {
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

        await db.SaveChangesAsync(context.RequestAborted);
        return reply;
    }

    private static Task<KeptAnswer?> Find(CaseFlowDb db, RepeatKey key, CancellationToken cancellation) =>
        db
            .KeptAnswers.AsNoTracking()
            .SingleOrDefaultAsync(row => row.User == key.User && row.Key == key.Key, cancellation);
}
