using CaseFlow.Engine.Cases;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People.SignIn;

/// <summary>
/// Who somebody is at this moment. It is read anew for each request, so that a role that was taken away, a key that was
/// revoked and a user who was deactivated count from the next request on.
/// </summary>
internal sealed class KnownUsers(IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    /// <summary>Who signed in with a password or elsewhere; null where he may be here no longer.</summary>
    public async Task<(Actor Actor, bool IsDemo)?> SignedIn(string user, string stamp, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var found = await (
            from row in db.Users
            join account in db.Accounts on row.Key equals account.User
            where row.Key == user && row.IsActive && account.SecurityStamp == stamp
            select new { row.Roles, account.IsDemo }
        ).SingleOrDefaultAsync(cancellation);
        return found is null ? null : (new Actor(user, found.Roles), found.IsDemo);
    }

    /// <summary>Whose key it is, with what both he and it may do; null where it counts no longer, or never did.</summary>
    public async Task<Actor?> OfKey(byte[] hash, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var found = await (
            from key in db.ApiKeys
            join row in db.Users on key.User equals row.Key
            where key.Hash == hash && key.RevokedAt == null && row.IsActive
            select new
            {
                key.Id,
                key.User,
                key.ExpiresAt,
                key.LastUsedOn,
                KeyRoles = key.Roles,
                row.Roles,
            }
        ).SingleOrDefaultAsync(cancellation);
        if (found is null || found.ExpiresAt <= now)
        {
            return null;
        }

        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        if (found.LastUsedOn != today && await db.ApiKeys.FindAsync([found.Id], cancellation) is { } used)
        {
            used.LastUsedOn = today;
            await db.SaveChangesAsync(cancellation);
        }

        return new Actor(found.User, found.KeyRoles & found.Roles);
    }

    /// <summary>Whether somebody is here no longer; who is not known is known elsewhere.</summary>
    public async Task<bool> IsDeactivated(string user, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Users.AnyAsync(row => row.Key == user && !row.IsActive, cancellation);
    }
}
