using System.Security.Claims;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Staffing;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.People.SignIn;

/// <summary>The accounts of people who sign in elsewhere; who comes for the first time is made a user.</summary>
internal sealed class OutsideUsers(
    IDbContextFactory<CaseFlowDb> databases,
    IOptions<SignInOptions> options,
    TimeProvider time
)
{
    /// <summary>The name of the user is another one's already.</summary>
    public const string Taken = "taken";

    /// <summary>He is deactivated.</summary>
    public const string Deactivated = "deactivated";

    /// <summary>The provider does not say what he is called.</summary>
    public const string Nameless = "nameless";

    public async Task<(AccountRow? Account, string? Why)> Find(HttpContext context, ClaimsPrincipal found)
    {
        var (issuer, subject) = (found.FindFirstValue("iss"), found.FindFirstValue("sub"));
        if (issuer is null || subject is null)
        {
            return (null, Nameless);
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var account = await db.Accounts.SingleOrDefaultAsync(
            row => row.Issuer == issuer && row.Subject == subject,
            context.RequestAborted
        );
        if (account is null)
        {
            (account, var why) = await Make(db, context, found, issuer, subject);
            if (account is null)
            {
                return (null, why);
            }
        }
        else if (!await db.Users.AnyAsync(row => row.Key == account.User && row.IsActive, context.RequestAborted))
        {
            db.Audit.Add(context.Audited(AuditActions.SignInFailed, time, detail: Deactivated, by: account.User));
            await db.SaveChangesAsync(context.RequestAborted);
            return (null, Deactivated);
        }

        db.Audit.Add(context.Audited(AuditActions.SignIn, time, detail: $"at {issuer}", by: account.User));
        await db.SaveChangesAsync(context.RequestAborted);
        return (account, null);
    }

    private async Task<(AccountRow? Account, string? Why)> Make(
        CaseFlowDb db,
        HttpContext context,
        ClaimsPrincipal found,
        string issuer,
        string subject
    )
    {
        var settings = options.Value.OpenIdConnect;
        if (found.FindFirstValue(settings.UserClaim) is not { } key || !PeopleRules.IsKey(key))
        {
            return (null, Nameless);
        }

        // Whoever may choose his name over there must not become somebody here.
        if (await db.Users.AnyAsync(row => row.Key == key, context.RequestAborted))
        {
            return (null, Taken);
        }

        var name = found.FindFirstValue("name") is { Length: > 0 and <= PeopleRules.MaxLength } said ? said : key;
        var roles = settings.Roles.Aggregate(Role.None, (all, role) => all | RoleNames.Find(role)!.Value);
        db.Users.Add(
            new UserRow
            {
                Key = key,
                Name = name,
                SearchName = CustomerSearch.NameOf(name),
                Email = found.FindFirstValue("email") is { Length: <= PeopleRules.MaxLength } email ? email : null,
                Roles = roles,
                Skills = [],
                IsActive = true,
                Presence = Presence.Offline,
                PresenceSince = time.GetUtcNow(),
            }
        );
        var account = new AccountRow
        {
            User = key,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Issuer = issuer,
            Subject = subject,
        };
        db.Accounts.Add(account);
        db.Audit.Add(
            context.Audited(
                AuditActions.UserAdded,
                time,
                Audit.User(key),
                $"signed in at {issuer} for the first time; {PeopleRules.Words(roles)}",
                by: key
            )
        );
        return (account, null);
    }
}
