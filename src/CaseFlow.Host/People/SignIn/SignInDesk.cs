using CaseFlow.Engine.Cases;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People.SignIn;

/// <summary>Signs people in and out; the endpoints and the pages come here alike.</summary>
internal sealed class SignInDesk(
    Accounts accounts,
    IDbContextFactory<CaseFlowDb> databases,
    IPasswordHasher<AccountRow> hasher,
    TimeProvider time
)
{
    /// <summary>
    /// Why not, in one sentence for everything: whoever guesses learns neither whether there is such a user nor whether a lock
    /// keeps him out.
    /// </summary>
    public const string Failed =
        "The name or the password is wrong, or the account is locked for some minutes after too many wrong ones.";

    // Takes as long to compare with as a real one.
    private static readonly AccountRow Nobody = new() { User = "", SecurityStamp = "" };
    private static string? hashOfNothing;

    /// <summary>Whether the password was right; the browser has its cookie then.</summary>
    public async Task<bool> Try(HttpContext context, string user, string password, bool isRemembered)
    {
        var account = await accounts.FindByIdAsync(user);
        var why = await WhyNot(context, account, user, password);
        accounts.Note(
            context.Audited(
                why is null ? AuditActions.SignIn : AuditActions.SignInFailed,
                time,
                detail: why,
                by: user.Length > PeopleRules.MaxLength ? user[..PeopleRules.MaxLength] : user
            )
        );
        if (why is not null)
        {
            await (
                why == WrongPassword ? accounts.AccessFailedAsync(account!) : accounts.UpdateAsync(account ?? Nobody)
            );
            return false;
        }

        await accounts.ResetAccessFailedCountAsync(account!);
        await accounts.UpdateAsync(account!); // The reset saves nothing where nobody had failed.
        await SignIn(context, account!, isRemembered);
        return true;
    }

    /// <summary>Gives the browser its cookie, for who was found to be who he is.</summary>
    public static Task SignIn(HttpContext context, AccountRow account, bool isRemembered) =>
        context.SignInAsync(
            Schemes.Cookie,
            // Roles are read anew with each request.
            CookieSetup.PrincipalOf(new Actor(account.User, Role.None), account.SecurityStamp),
            new AuthenticationProperties { IsPersistent = isRemembered }
        );

    private const string WrongPassword = "wrong password";

    private async Task<string?> WhyNot(HttpContext context, AccountRow? account, string user, string password)
    {
        if (account?.PasswordHash is null)
        {
            hasher.VerifyHashedPassword(Nobody, hashOfNothing ??= hasher.HashPassword(Nobody, "nobody's"), password);
            return "no such account";
        }

        return await accounts.IsLockedOutAsync(account) ? "locked"
            : !await accounts.CheckPasswordAsync(account, password) ? WrongPassword
            : account.IsDemo && !context.IsFromThisMachine() ? "a demo's account, from another machine"
            : await IsDeactivated(user) ? "deactivated"
            : null;
    }

    private async Task<bool> IsDeactivated(string user)
    {
        await using var db = await databases.CreateDbContextAsync();
        return !await db.Users.AnyAsync(row => row.Key == user && row.IsActive);
    }
}
