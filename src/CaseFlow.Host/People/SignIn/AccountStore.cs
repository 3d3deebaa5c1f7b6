using CaseFlow.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People.SignIn;

/// <summary>Where Identity finds accounts: in the row beside that of the user. One scope has one of it.</summary>
internal sealed class AccountStore(IDbContextFactory<CaseFlowDb> databases, SignInTries tries)
    : IUserPasswordStore<AccountRow>,
        IUserSecurityStampStore<AccountRow>,
        IUserLockoutStore<AccountRow>
{
    private readonly CaseFlowDb db = databases.CreateDbContext();

    /// <summary>Is written together with what is saved next.</summary>
    public void Note(AuditRow row) => db.Audit.Add(row);

    public async Task<IdentityResult> CreateAsync(AccountRow user, CancellationToken cancellationToken)
    {
        db.Accounts.Add(user);
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(AccountRow user, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> DeleteAsync(AccountRow user, CancellationToken cancellationToken)
    {
        db.Accounts.Remove(user);
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<AccountRow?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        await db.Accounts.FindAsync([userId], cancellationToken);

    public Task<AccountRow?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindByIdAsync(normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult(user.User);

    public Task<string?> GetUserNameAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.User);

    public Task<string?> GetNormalizedUserNameAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.User);

    public Task SetUserNameAsync(AccountRow user, string? userName, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The key of a user stands in cases and never changes.");

    // A key is written one way only.
    public Task SetNormalizedUserNameAsync(
        AccountRow user,
        string? normalizedName,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    public Task SetPasswordHashAsync(AccountRow user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(AccountRow user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.SecurityStamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(AccountRow user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        user.LockedUntil = lockoutEnd;
        return Task.CompletedTask;
    }

    // Counted in the database: many who guess at once are as many tries.
    public Task<int> IncrementAccessFailedCountAsync(AccountRow user, CancellationToken cancellationToken) =>
        tries.Count(user.User, cancellationToken);

    public Task ResetAccessFailedCountAsync(AccountRow user, CancellationToken cancellationToken) =>
        tries.Forget(user.User, cancellationToken);

    public Task<int> GetAccessFailedCountAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult(user.FailedTries);

    public Task<bool> GetLockoutEnabledAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult(true);

    // Nobody may guess for ever.
    public Task SetLockoutEnabledAsync(AccountRow user, bool enabled, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public void Dispose() => db.Dispose();
}
