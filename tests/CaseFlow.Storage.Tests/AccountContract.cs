using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Staffing;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Storage.Tests.TestCases;

namespace CaseFlow.Storage.Tests;

/// <summary>What is promised of accounts, keys and the audit, whichever database keeps them.</summary>
public abstract class AccountContract(StorageProvider provider) : StorageTest(provider)
{
    [Fact]
    public async Task Roles_are_read_as_they_were_written()
    {
        await Add("ann", Role.Agent | Role.Admin);
        await Add("bob", Role.None);

        await using var db = Store.Context();
        Assert.Equal(
            Role.Agent | Role.Admin,
            (await db.Users.SingleAsync(row => row.Key == "ann", Cancellation)).Roles
        );
        Assert.Equal(Role.None, (await db.Users.SingleAsync(row => row.Key == "bob", Cancellation)).Roles);
    }

    [Fact]
    public async Task Wrong_passwords_at_the_same_moment_are_all_counted()
    {
        await Add("ann", Role.Agent);
        await Change(db => db.Accounts.Add(new AccountRow { User = "ann", SecurityStamp = "one" }));

        var counts = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Store.SignInTries.Count("ann", Cancellation))
        );

        Assert.Equal(8, counts.Max());
        await Store.SignInTries.Forget("ann", Cancellation);
        Assert.Equal(1, await Store.SignInTries.Count("ann", Cancellation));
        Assert.Equal(0, await Store.SignInTries.Count("nobody", Cancellation));
    }

    [Fact]
    public async Task Who_signs_in_elsewhere_has_one_account()
    {
        await Add("ann", Role.Agent);
        await Add("bob", Role.Agent);
        await Change(db => db.Accounts.Add(Elsewhere("ann", "https://login.example", "1")));

        await Assert.ThrowsAsync<DbUpdateException>(() =>
            Change(db => db.Accounts.Add(Elsewhere("bob", "https://login.example", "1")))
        );
        await Change(db => db.Accounts.Add(Elsewhere("bob", "https://login.example", "2")));
    }

    [Fact]
    public async Task A_key_is_found_by_its_hash_and_there_is_one_of_each()
    {
        await Add("ann", Role.Agent);
        await Change(db => db.ApiKeys.Add(Key(1, [1, 2, 3])));

        await Assert.ThrowsAsync<DbUpdateException>(() => Change(db => db.ApiKeys.Add(Key(2, [1, 2, 3]))));
        await using var db = Store.Context();
        byte[] hash = [1, 2, 3];
        Assert.Equal("one", (await db.ApiKeys.SingleAsync(row => row.Hash == hash, Cancellation)).Name);
    }

    [Fact]
    public async Task The_audit_counts_up_and_what_is_old_is_trimmed()
    {
        for (var day = 0; day < 5; day++)
        {
            await Change(db =>
                db.Audit.Add(
                    new AuditRow
                    {
                        At = Monday9.AddDays(day),
                        By = "ann",
                        Action = "sign-in",
                    }
                )
            );
        }

        Assert.Equal(3, await Store.Trimming.Audit(Monday9.AddDays(3), Cancellation));

        await using var db = Store.Context();
        var left = await db.Audit.OrderBy(row => row.Id).ToListAsync(Cancellation);
        Assert.Equal([Monday9.AddDays(3), Monday9.AddDays(4)], left.Select(row => row.At));
        Assert.True(left[0].Id < left[1].Id);
    }

    private Task Add(string key, Role roles) =>
        Change(db =>
            db.Users.Add(
                new UserRow
                {
                    Key = key,
                    Name = key,
                    SearchName = key,
                    Roles = roles,
                    Skills = [],
                    IsActive = true,
                    Presence = Presence.Offline,
                    PresenceSince = Monday9,
                }
            )
        );

    private async Task Change(Action<CaseFlowDb> change)
    {
        await using var db = Store.Context();
        change(db);
        await db.SaveChangesAsync(Cancellation);
    }

    private static AccountRow Elsewhere(string user, string issuer, string subject) =>
        new()
        {
            User = user,
            SecurityStamp = "one",
            Issuer = issuer,
            Subject = subject,
        };

    private static ApiKeyRow Key(int number, byte[] hash) =>
        new()
        {
            Id = new Guid(number, 0, 0, new byte[8]),
            Hash = hash,
            User = "ann",
            Name = "one",
            Roles = Role.Agent,
            CreatedAt = Monday9,
            CreatedBy = "ann",
        };
}

/// <inheritdoc cref="AccountContract" />
public sealed class AccountsOnSqlite() : AccountContract(StorageProvider.Sqlite);

/// <inheritdoc cref="AccountContract" />
public sealed class AccountsOnPostgreSql() : AccountContract(StorageProvider.PostgreSql);
