using CaseFlow.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.People.SignIn;

/// <summary>The accounts that people sign in with, by Identity's rules and the host's clock.</summary>
internal sealed class Accounts(
    AccountStore store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<AccountRow> hasher,
    IEnumerable<IUserValidator<AccountRow>> validators,
    IEnumerable<IPasswordValidator<AccountRow>> passwords,
    ILookupNormalizer names,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    TimeProvider time,
    ILogger<Accounts> log
) : UserManager<AccountRow>(store, options, hasher, validators, passwords, names, errors, services, log)
{
    /// <summary>Is written together with what is saved next.</summary>
    public void Note(AuditRow row) => store.Note(row);

    public override Task<bool> IsLockedOutAsync(AccountRow user) =>
        Task.FromResult(user.LockedUntil > time.GetUtcNow());

    public override async Task<IdentityResult> AccessFailedAsync(AccountRow user)
    {
        if (
            await store.IncrementAccessFailedCountAsync(user, CancellationToken)
            >= Options.Lockout.MaxFailedAccessAttempts
        )
        {
            user.LockedUntil = time.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan;
            await store.ResetAccessFailedCountAsync(user, CancellationToken);
        }

        return await UpdateUserAsync(user);
    }

    /// <summary>What is wrong with a password; nothing where it will do.</summary>
    public async Task<ImmutableArray<string>> CheckNew(AccountRow user, string? password)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var validator in PasswordValidators)
        {
            found.AddRange(
                (await validator.ValidateAsync(this, user, password)).Errors.Select(error => error.Description)
            );
        }

        return found.ToImmutable();
    }
}

/// <summary>A key is written one way only: <c>ann</c> and <c>Ann</c> are two.</summary>
internal sealed class KeysAsWritten : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name;

    public string? NormalizeEmail(string? email) => email;
}
