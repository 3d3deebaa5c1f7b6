using Microsoft.EntityFrameworkCore;
using static CaseFlow.Storage.Tests.TestCases;

namespace CaseFlow.Storage.Tests;

/// <summary>What the model promises to those who query it, whichever database answers.</summary>
public abstract class ModelContract(StorageProvider provider) : StorageTest(provider)
{
    [Fact]
    public async Task Preparing_again_changes_nothing()
    {
        await Append(null, Open(1));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Store.Store.Prepare(Cancellation)));

        Assert.NotNull(await Journal.Load(Id(1), Cancellation));
    }

    [Fact]
    public async Task Lists_page_by_id_in_the_order_of_time()
    {
        // Ids of version 7 begin with their time; these come in another order.
        foreach (var number in new[] { 300, 2, 70_000, 1 })
        {
            await Append(null, Open(number), Queue("dispatch"));
        }

        await using var db = Store.Context();
        var after = Id(2).Value;
        var page = await db
            .Cases.Where(row => row.Queue == "dispatch" && row.Id > after)
            .OrderBy(row => row.Id)
            .Select(row => row.Id)
            .ToListAsync(Cancellation);

        Assert.Equal([Id(300).Value, Id(70_000).Value], page);
    }

    [Fact]
    public async Task Times_come_back_as_the_moments_they_were()
    {
        await Append(null, Open(1));

        await using var db = Store.Context();

        Assert.Equal(1, await db.Cases.CountAsync(row => row.CreatedAt == Monday9, Cancellation));
        Assert.Equal(Monday9, (await db.Cases.SingleAsync(Cancellation)).CreatedAt);
    }

    [Fact]
    public async Task What_others_save_takes_its_turn_with_a_busy_journal()
    {
        var appends = Enumerable
            .Range(1, 1_000)
            .Select(number => Journal.Append(new(null, [Open(number)]), Cancellation).AsTask())
            .ToList();
        var saves = Enumerable
            .Range(0, 50)
            .Select(async number =>
            {
                await using var db = Store.Context();
                db.Customers.Add(Customer(number, $"Customer {number}"));
                await db.SaveChangesAsync(Cancellation);
            })
            .ToList();

        await Task.WhenAll(saves);
        await Task.WhenAll(appends);

        await using var db = Store.Context();
        Assert.Equal(50, await db.Customers.CountAsync(Cancellation));
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task A_failed_save_passes_the_turn_on()
    {
        await using var first = Store.Context();
        first.Customers.Add(Customer(1, "First"));
        await first.SaveChangesAsync(Cancellation);
        await using var second = Store.Context();
        second.Customers.Add(Customer(1, "Second"));

        await Assert.ThrowsAsync<DbUpdateException>(() => second.SaveChangesAsync(Cancellation));

        await Append(null, Open(1));
    }

    private static CustomerRow Customer(int number, string name) =>
        new()
        {
            Id = Id(number).Value,
            Kind = "account",
            Name = name,
            SearchName = CustomerSearch.NameOf(name),
            CreatedAt = Monday9,
            CreatedBy = "rita",
        };
}

/// <inheritdoc cref="ModelContract" />
public sealed class ModelOnSqlite() : ModelContract(StorageProvider.Sqlite);

/// <inheritdoc cref="ModelContract" />
public sealed class ModelOnPostgreSql() : ModelContract(StorageProvider.PostgreSql);
