using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Storage.Tests.TestCases;

namespace CaseFlow.Storage.Tests;

/// <summary>What is promised of entitlements' balances and the entries that make them, whichever database keeps them.</summary>
public abstract class LedgerContract(StorageProvider provider) : StorageTest(provider)
{
    private static readonly Guid contract = Guid.CreateVersion7(Monday9);

    [Fact]
    public async Task What_a_case_takes_and_gives_back_is_entered_with_the_balance_after_it()
    {
        await Agree(total: 600, phone: 60);

        var opened = await Append(null, Open(1), Take(60, "phone"));
        await Append(opened, Return(60, "phone"));

        Assert.Equal(
            [
                ("", 1, 2, "created", -60L, 540L),
                ("", 1, 3, "cancelled", 60L, 600L),
                ("phone", 1, 2, "created", -60L, 0L),
                ("phone", 1, 3, "cancelled", 60L, 60L),
            ],
            await Entries()
        );
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task Where_too_little_is_left_nothing_of_the_append_is_written()
    {
        await Agree(total: 100, phone: 30);

        Assert.IsType<AppendResult.Overtaken>(await Try(1, Take(101)));
        Assert.IsType<AppendResult.Overtaken>(await Try(1, Take(60, "phone")));

        Assert.Null(await Journal.Load(Id(1), Cancellation));
        Assert.Empty(await Entries());
        Assert.IsType<AppendResult.Appended>(await Try(1, Take(100)));
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task One_that_is_not_restricted_goes_below_nothing()
    {
        await Agree(total: 30, phone: 30);

        await Append(null, Open(1), Take(90) with { IsRestricted = false });

        Assert.Equal(-60, (await Entries()).Single().Balance);
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task Of_many_who_want_the_last_terms_as_many_get_one_as_there_are()
    {
        await Agree(total: 1_200, phone: 600);

        var results = await Task.WhenAll(
            Enumerable.Range(1, 100).Select(number => Try(number, Take(60, number % 2 == 0 ? "phone" : null)).AsTask())
        );

        Assert.Equal(20, results.OfType<AppendResult.Appended>().Count());
        await using var db = Store.Context();
        Assert.Equal(20, await db.Cases.CountAsync(Cancellation));
        Assert.Equal(
            0,
            (await db.EntitlementBalances.SingleAsync(row => row.Channel == "", Cancellation)) is var all
                ? all.Total - all.Used
                : -1
        );
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task Verification_finds_entries_that_are_missing_made_up_or_changed()
    {
        await Agree(total: 600, phone: 60);
        await Append(null, Open(1), Take(60));

        await Store.Sql("UPDATE entitlement_entries SET amount = -50 WHERE case_id IS NOT NULL");
        var changed = await Store.Verify();
        Assert.Contains(changed, problem => problem.Contains("the ledger has -50 units", StringComparison.Ordinal));
        Assert.Contains(
            changed,
            problem => problem.Contains("says that 540 units were left", StringComparison.Ordinal)
        );

        await Store.Sql("DELETE FROM entitlement_entries WHERE case_id IS NOT NULL");
        Assert.Contains(
            await Store.Verify(),
            problem => problem.Contains("the ledger has it not", StringComparison.Ordinal)
        );

        await Store.Sql("UPDATE entitlement_balances SET used = 0");
        Assert.Single(await Store.Verify());
    }

    private ValueTask<AppendResult> Try(int number, CaseEvent.TermsTaken taken) =>
        Journal.Append(new(null, [Open(number), taken]), Cancellation);

    private async Task Agree(long total, long phone)
    {
        await using var db = Store.Context();
        db.Entitlements.Add(
            new()
            {
                Id = contract,
                CustomerId = Guid.CreateVersion7(),
                Name = "Ten cases",
                Starts = new(2026, 1, 1),
                Ends = new(2026, 12, 31),
                TimeZone = "Europe/Paris",
                Allocation = Allocation.Cases,
                DecreaseOn = Decrease.Creation,
                IsRestricted = true,
                AllowsOtherChannels = true,
                Products = ["Phone"],
                Contacts = [Guid.CreateVersion7()],
                IsDefault = false,
                State = EntitlementState.Activated,
                Version = 1,
                CreatedAt = Monday9,
                CreatedBy = "sue",
                ModifiedAt = Monday9,
                ModifiedBy = "sue",
            }
        );
        foreach (var (channel, units) in new[] { ("", total), ("phone", phone) })
        {
            db.EntitlementBalances.Add(
                new()
                {
                    EntitlementId = contract,
                    Channel = channel,
                    Total = units,
                    Used = 0,
                }
            );
            db.EntitlementEntries.Add(
                new()
                {
                    EntitlementId = contract,
                    Channel = channel,
                    Event = "total",
                    Amount = units,
                    Balance = units,
                    At = Monday9,
                    By = "sue",
                }
            );
        }

        await db.SaveChangesAsync(Cancellation);
    }

    private async Task<
        List<(string Channel, int Case, int Position, string Event, long Amount, long Balance)>
    > Entries()
    {
        await using var db = Store.Context();
        var rows = await db
            .EntitlementEntries.Where(row => row.CaseId != null)
            .OrderBy(row => row.Channel)
            .ThenBy(row => row.Id)
            .ToListAsync(Cancellation);
        return
        [
            .. rows.Select(row =>
                (
                    row.Channel,
                    row.CaseId == Id(1).Value ? 1 : 0,
                    row.Position!.Value,
                    row.Event,
                    row.Amount,
                    row.Balance
                )
            ),
        ];
    }

    private static CaseEvent.TermsTaken Take(long units, string? channel = null) =>
        new(contract, channel, units, Decrease.Creation, IsRestricted: true, "created")
        {
            By = "ann",
            At = Monday9,
            Definition = "d",
        };

    private static CaseEvent.TermsReturned Return(long units, string? channel = null) =>
        new(contract, channel, units, "cancelled")
        {
            By = "ann",
            At = Monday9,
            Definition = "d",
        };
}

/// <inheritdoc cref="LedgerContract" />
public sealed class LedgerOnSqlite() : LedgerContract(StorageProvider.Sqlite);

/// <inheritdoc cref="LedgerContract" />
public sealed class LedgerOnPostgreSql() : LedgerContract(StorageProvider.PostgreSql);
