using CaseFlow.Engine.Cases;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.People.SignIn;

/// <summary>Gives accounts their passwords.</summary>
internal sealed class AccountDesk(Accounts accounts, TimeProvider time)
{
    /// <summary>Sets the password of a user that there is, and unlocks him; where he is signed in, he is so no longer.</summary>
    public async Task<ApiProblem?> Set(HttpContext context, string user, string? password)
    {
        var account = await accounts.FindByIdAsync(user) ?? NewAccount(user);
        if (await WhatIsWrong(account, password, "password") is { } wrong)
        {
            return wrong;
        }

        accounts.Note(context.Audited(AuditActions.PasswordSet, time, Audit.User(user)));
        await Save(account, password!);
        return null;
    }

    /// <summary>What is wrong with the first password of a user who is being made; nothing where it will do.</summary>
    public async Task<IEnumerable<FieldError>> CheckFirst(string user, string password) =>
        (await accounts.CheckNew(NewAccount(user), password)).Select(why => new FieldError("password", why));

    /// <summary>The account of a user who is being made; it is saved together with him.</summary>
    public AccountRow First(string user, string password)
    {
        var account = NewAccount(user);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        return account;
    }

    /// <summary>Lets somebody try again who typed too many wrong passwords.</summary>
    public async Task Unlock(HttpContext context, string user)
    {
        if (await accounts.FindByIdAsync(user) is not { } account || !await accounts.IsLockedOutAsync(account))
        {
            return;
        }

        accounts.Note(context.Audited(AuditActions.UserUnlocked, time, Audit.User(user)));
        account.LockedUntil = null;
        account.FailedTries = 0;
        await accounts.UpdateAsync(account);
    }

    /// <summary>Takes the password away: there is no signing in with one any more.</summary>
    public async Task Remove(HttpContext context, string user)
    {
        if (await accounts.FindByIdAsync(user) is not { PasswordHash: not null } account)
        {
            return;
        }

        accounts.Note(context.Audited(AuditActions.PasswordRemoved, time, Audit.User(user)));
        await accounts.RemovePasswordAsync(account);
    }

    /// <summary>Changes somebody's own password; the account as it is then, or why not.</summary>
    public async Task<(AccountRow? Account, ApiProblem? Problem)> Change(
        HttpContext context,
        string? current,
        string? wanted
    )
    {
        var user = context.Actor().User;
        if (await accounts.FindByIdAsync(user) is not { PasswordHash: not null } account)
        {
            return (
                null,
                new ApiProblem(
                    StatusCodes.Status409Conflict,
                    "no-password",
                    $"'{user}' has no password here. An admin can give him one."
                )
            );
        }

        if (await accounts.IsLockedOutAsync(account) || !await accounts.CheckPasswordAsync(account, current ?? ""))
        {
            await accounts.AccessFailedAsync(account);
            return (null, Needs.Field("current", "This is not the password that you have now."));
        }

        if (await WhatIsWrong(account, wanted, "new") is { } wrong)
        {
            return (null, wrong);
        }

        accounts.Note(context.Audited(AuditActions.PasswordSet, time, Audit.User(user), "by himself"));
        await Save(account, wanted!);
        return (account, null);
    }

    private static AccountRow NewAccount(string user) => new() { User = user, SecurityStamp = "" };

    private async Task<ApiProblem?> WhatIsWrong(AccountRow account, string? password, string field) =>
        await accounts.CheckNew(account, password) is [_, ..] wrong
            ? ApiProblem.Of(new Refusal.FieldsInvalid([.. wrong.Select(why => new FieldError(field, why))]))
            : null;

    private async Task Save(AccountRow account, string password)
    {
        account.IsDemo = false;
        account.LockedUntil = null;
        account.FailedTries = 0;
        if (account.SecurityStamp.Length == 0)
        {
            await accounts.CreateAsync(account, password);
            return;
        }

        account.PasswordHash = null;
        await accounts.AddPasswordAsync(account, password);
    }
}
