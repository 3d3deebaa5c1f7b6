namespace CaseFlow.Storage.Tests;

/// <summary>What ticket numbers promise, whichever database counts them.</summary>
public abstract class TicketNumbersContract(StorageProvider provider) : StorageTest(provider)
{
    [Fact]
    public async Task A_thousand_taken_at_once_on_two_nodes_are_all_different()
    {
        await using var other = await TestStore.Open(Database);

        var numbers = await Task.WhenAll(
            Enumerable
                .Range(0, 1_000)
                .Select(index =>
                    Task.Run(
                        () => (index % 2 == 0 ? Store : other).Tickets.Next("CAS-2026-", Cancellation).AsTask(),
                        Cancellation
                    )
                )
        );

        Assert.Equal(1_000, numbers.Distinct().Count());
        Assert.Equal(1, numbers.Min());
        Assert.InRange(numbers.Max(), 1_000, 1_040);
    }

    [Fact]
    public async Task Each_series_counts_from_one()
    {
        Assert.Equal(1, await Store.Tickets.Next("2026", Cancellation));
        Assert.Equal(2, await Store.Tickets.Next("2026", Cancellation));
        Assert.Equal(1, await Store.Tickets.Next("2027", Cancellation));
    }

    [Fact]
    public async Task A_number_is_not_given_again_after_a_restart()
    {
        var before = await Store.Tickets.Next("2026", Cancellation);

        await Reopen();

        Assert.True(await Store.Tickets.Next("2026", Cancellation) > before);
    }
}

/// <inheritdoc cref="TicketNumbersContract" />
public sealed class TicketNumbersOnSqlite() : TicketNumbersContract(StorageProvider.Sqlite);

/// <inheritdoc cref="TicketNumbersContract" />
public sealed class TicketNumbersOnPostgreSql() : TicketNumbersContract(StorageProvider.PostgreSql);
