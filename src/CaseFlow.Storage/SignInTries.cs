using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>Counts wrong passwords where all hosts see them.</summary>
public sealed class SignInTries
{
    private readonly IStore store;

    internal SignInTries(IStore store) => this.store = store;

    /// <summary>One more; how many it is now.</summary>
    public Task<int> Count(string user, CancellationToken cancellation) =>
        store.Write(
            async db =>
            {
                await using var together = await db.Database.BeginTransactionAsync(cancellation);
                await db
                    .Accounts.Where(row => row.User == user)
                    .ExecuteUpdateAsync(
                        row => row.SetProperty(one => one.FailedTries, one => one.FailedTries + 1),
                        cancellation
                    );
                var tries = await db
                    .Accounts.Where(row => row.User == user)
                    .Select(row => row.FailedTries)
                    .SingleOrDefaultAsync(cancellation);
                await together.CommitAsync(cancellation);
                return tries;
            },
            cancellation
        );

    /// <summary>The password was right, or the account is locked.</summary>
    public Task<int> Forget(string user, CancellationToken cancellation) =>
        store.Write(
            db =>
                db.Accounts.Where(row => row.User == user && row.FailedTries > 0)
                    .ExecuteUpdateAsync(row => row.SetProperty(one => one.FailedTries, 0), cancellation),
            cancellation
        );
}
