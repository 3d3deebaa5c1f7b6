using CaseFlow.Engine.Cases;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People;

/// <summary><c>GET /api/users/{key}/account</c></summary>
internal static class ReadAccount
{
    /// <param name="HasPassword">Whether he can sign in with a password.</param>
    /// <param name="Issuer">Who vouches for him, where he signs in elsewhere.</param>
    /// <param name="LockedUntil">Until when no password helps, after too many wrong ones; null where he is not locked.</param>
    /// <param name="LastSignIn">As far back as the audit goes.</param>
    public sealed record Answer(
        string User,
        bool HasPassword,
        string? Issuer,
        DateTimeOffset? LockedUntil,
        DateTimeOffset? LastSignIn
    );

    public static void Map(IEndpointRouteBuilder users) =>
        users
            .MapGet("/{key}/account", Handle)
            .Needs(Rights.GiveRights)
            .WithName(nameof(ReadAccount))
            .WithSummary("How somebody signs in, whether he is locked, and when he last did")
            .Produces<Answer>()
            .ProducesProblems(401, 403, 404);

    private static async Task<IResult> Handle(
        string key,
        IDbContextFactory<CaseFlowDb> databases,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await db.Users.AnyAsync(row => row.Key == key, cancellation))
        {
            return ReadUsers.NoSuchUser(key);
        }

        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.User == key, cancellation);
        var last = await db
            .Audit.AsNoTracking()
            .Where(row => row.By == key && row.Action == AuditActions.SignIn)
            .OrderByDescending(row => row.Id)
            .FirstOrDefaultAsync(cancellation);
        var isLocked = account?.LockedUntil > time.GetUtcNow();
        return TypedResults.Ok(
            new Answer(
                key,
                account?.PasswordHash is not null,
                account?.Issuer,
                isLocked ? account!.LockedUntil : null,
                last?.At
            )
        );
    }
}
