using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Staffing;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People.SignIn;

/// <summary>
/// Makes the first administrator, for whoever is at this machine or read the token in its log, and only while nobody can sign
/// in at all.
/// </summary>
internal sealed class FirstAdministrator(
    IDbContextFactory<CaseFlowDb> databases,
    IPasswordHasher<AccountRow> hasher,
    TimeProvider time
)
{
    // Once somebody can sign in, somebody always can: the last admin stays.
    private volatile bool isThere;

    /// <summary>What whoever is elsewhere has to say; it counts until this host stops.</summary>
    public string Token { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public async Task<bool> IsWanted(CancellationToken cancellation)
    {
        if (!isThere)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            isThere = await CanSomebodySignIn(db, cancellation);
        }

        return !isThere;
    }

    public bool MayMake(HttpContext context, string? token) =>
        context.IsFromThisMachine()
        || (
            token is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Token))
        );

    /// <summary>The account, or why there is none.</summary>
    public async Task<(AccountRow? Account, ApiProblem? Problem)> Make(
        HttpContext context,
        Accounts accounts,
        string? key,
        string? name,
        string? password
    )
    {
        var account = new AccountRow { User = key ?? "", SecurityStamp = Guid.NewGuid().ToString("N") };
        ImmutableArray<FieldError> errors =
        [
            .. PeopleRules.CheckKey(key),
            .. PeopleRules.CheckName("name", name),
            .. (await accounts.CheckNew(account, password)).Select(why => new FieldError("password", why)),
        ];
        if (!errors.IsEmpty)
        {
            return (null, ApiProblem.Of(new Refusal.FieldsInvalid(errors)));
        }

        account.PasswordHash = hasher.HashPassword(account, password!);
        try
        {
            return await Save(context, account, name!) ? (account, null) : (null, Gone);
        }
        catch (Exception clash) when (clash is DbUpdateException or InvalidOperationException or DbException)
        {
            // Of two at the same moment one is the first.
            if (await IsWanted(context.RequestAborted))
            {
                throw;
            }

            return (null, Gone);
        }
    }

    public static ApiProblem Gone => ApiProblem.NotFound("There is an administrator already; sign in.");

    private async Task<bool> Save(HttpContext context, AccountRow account, string name)
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        await using var together = await db.Database.BeginTransactionAsync(
            IsolationLevel.Serializable,
            context.RequestAborted
        );
        if (await CanSomebodySignIn(db, context.RequestAborted))
        {
            return false;
        }

        if (await db.Users.FindAsync([account.User], context.RequestAborted) is { } row)
        {
            row.Roles |= Role.Admin;
            row.IsActive = true;
        }
        else
        {
            db.Users.Add(NewUser(account.User, name.Trim()));
        }

        db.Accounts.Add(account);
        db.Audit.Add(context.Audited(AuditActions.AdministratorMade, time, Audit.User(account.User), by: account.User));
        await db.SaveChangesAsync(context.RequestAborted);
        await together.CommitAsync(context.RequestAborted);
        return true;
    }

    private UserRow NewUser(string key, string name) =>
        new()
        {
            Key = key,
            Name = name,
            SearchName = CustomerSearch.NameOf(name),
            Roles = Role.Admin,
            Skills = [],
            IsActive = true,
            Presence = Presence.Offline,
            PresenceSince = time.GetUtcNow(),
        };

    private static Task<bool> CanSomebodySignIn(CaseFlowDb db, CancellationToken cancellation) =>
        db.Accounts.AnyAsync(row => row.PasswordHash != null, cancellation);
}
