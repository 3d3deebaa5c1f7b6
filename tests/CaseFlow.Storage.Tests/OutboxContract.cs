using Microsoft.EntityFrameworkCore;
using static CaseFlow.Storage.Tests.TestCases;

namespace CaseFlow.Storage.Tests;

/// <summary>What readers of the outbox are promised, whichever database keeps it.</summary>
public abstract class OutboxContract(StorageProvider provider) : StorageTest(provider)
{
    [Fact]
    public async Task Appends_are_read_in_order_with_their_events_and_the_case_as_it_then_was()
    {
        var opened = await Append(null, Open(1), Queue("dispatch"));
        var moved = await Append(opened, Move("busy"));
        await Append(moved, Resolve("Water"));

        var read = await Read(after: 0);

        Assert.Equal([1, 2, 3, 4], read.SelectMany(append => append.Events).Select(happened => happened.Position));
        Assert.Equal(["new", "busy", "solved"], read.Select(append => append.After.Status));
        Assert.Equal([2, 3, 4], read.Select(append => append.After.Version));
        Assert.Equal(
            read[1..].Select(append => append.Place),
            (await Read(read[0].Place)).Select(append => append.Place)
        );
        Assert.Equal(read[^1].Place, await Store.Outbox.Last(Cancellation));
    }

    [Fact]
    public async Task A_reader_that_reads_while_many_write_leaves_nothing_out_and_keeps_the_order_of_each_case()
    {
        const int Cases = 40;
        const int Moves = 15;
        await using var other = await TestStore.Open(Database);
        var writing = Task.WhenAll(
            Enumerable.Range(1, Cases).Select(number => Task.Run(() => Live(number % 2 == 0 ? Store : other, number)))
        );

        // Two readers at once, as on two nodes: both give places, and both must see the same.
        var seen = await Task.WhenAll(ReadAlong(Store, writing), ReadAlong(other, writing));

        Assert.All(seen, appends => Assert.Equal(Cases * (Moves + 1), appends.Count));
        Assert.Equal(seen[0].Select(KeyOf), seen[1].Select(KeyOf));
        foreach (var ofCase in seen[0].GroupBy(append => append.After.Id))
        {
            Assert.Equal(Enumerable.Range(1, Moves + 1), ofCase.Select(append => append.After.Version));
        }

        async Task Live(TestStore store, int number)
        {
            StoredCase? now = null;
            for (var move = 0; move <= Moves; move++)
            {
                var happened = now is null ? (Engine.Cases.CaseEvent)Open(number) : Move($"status-{move}");
                now = Assert
                    .IsType<AppendResult.Appended>(
                        await store.Journal.Append(new CaseAppend(now, [happened]), Cancellation)
                    )
                    .After;
            }
        }
    }

    [Fact]
    public async Task What_is_old_and_read_is_trimmed_but_for_the_last_append_of_each_case()
    {
        var first = await Append(await Append(await Append(null, Open(1)), Move("busy")), Move("new"));
        await Append(null, Open(2));
        var before = await Read(after: 0);

        var removed = await Store.Trimming.Outbox(Monday9.AddDays(1), Cancellation);

        Assert.Equal(2, removed);
        Assert.Equal([3, 1], (await Read(after: 0)).Select(append => append.After.Version));
        Assert.Equal(before[^1].Place, await Store.Outbox.Trimmed(Cancellation));
        Assert.Empty(await Store.Verify());
        await Append(first, Move("busy"));
        Assert.Single(await Read(await Store.Outbox.Trimmed(Cancellation)));
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task What_is_young_is_not_trimmed()
    {
        await Append(await Append(null, Open(1)), Move("busy"));

        Assert.Equal(0, await Store.Trimming.Outbox(Monday9.AddDays(-1), Cancellation));
        Assert.Equal(2, (await Read(after: 0)).Length);
    }

    [Fact]
    public async Task What_a_reader_has_not_read_is_not_trimmed()
    {
        await Append(await Append(await Append(null, Open(1)), Move("busy")), Move("new"));
        await using (var db = Store.Context())
        {
            db.Subscriptions.Add(DeliveryQueueContract.Subscription(Guid.CreateVersion7(), since: 0));
            await db.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(0, await Store.Trimming.Outbox(Monday9.AddDays(1), Cancellation));

        var read = await Read(after: 0);
        Assert.True(await Store.Queue.Add(0, read[^1].Place, [], Monday9, Cancellation));
        Assert.Equal(2, await Store.Trimming.Outbox(Monday9.AddDays(1), Cancellation));
    }

    [Fact]
    public async Task Old_answers_are_forgotten_and_young_ones_kept()
    {
        await Journal.Append(new(null, [Open(1)]) { Answer = Answer("old") }, Cancellation);
        await Journal.Append(
            new(null, [Open(2)]) { Answer = Answer("young") with { At = Monday9.AddDays(2) } },
            Cancellation
        );

        Assert.Equal(1, await Store.Trimming.Answers(Monday9.AddDays(1), Cancellation));

        Assert.Null(await Journal.FindAnswer("rita", "old", Cancellation));
        Assert.NotNull(await Journal.FindAnswer("rita", "young", Cancellation));
    }

    private Task<ImmutableArray<OutboxEntry>> Read(long after) => Store.Outbox.After(after, 1_000, Cancellation);

    private static (Engine.Cases.CaseId, int) KeyOf(OutboxEntry append) => (append.After.Id, append.After.Version);

    private static async Task<List<OutboxEntry>> ReadAlong(TestStore store, Task writing)
    {
        var seen = new List<OutboxEntry>();
        bool isOver;
        do
        {
            isOver = writing.IsCompleted;
            while (await store.Outbox.After(seen is [.., var last] ? last.Place : 0, 7, Cancellation) is [_, ..] some)
            {
                seen.AddRange(some);
            }
        } while (!isOver);

        await writing;
        return seen;
    }
}

/// <inheritdoc cref="OutboxContract" />
public sealed class OutboxOnSqlite() : OutboxContract(StorageProvider.Sqlite);

/// <inheritdoc cref="OutboxContract" />
public sealed class OutboxOnPostgreSql() : OutboxContract(StorageProvider.PostgreSql)
{
    [Fact]
    public async Task An_append_that_commits_behind_a_later_one_is_not_stepped_over()
    {
        var opened = await Append(null, Open(1));
        await Append(null, Open(2));
        var place = await Store.Outbox.Last(Cancellation);
        await using var slow = Store.Context();
        await using var transaction = await slow.Database.BeginTransactionAsync(Cancellation);

        // Its id is taken now, and seen by others only when it is committed.
        await slow.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO outbox (case_id, position, count, at)
            SELECT case_id, position, count, at FROM outbox WHERE id = (SELECT min(id) FROM outbox)
            """,
            Cancellation
        );
        await Append(opened, Move("busy"));
        var fast = Assert.Single(await Store.Outbox.After(place, 10, Cancellation));
        Assert.Equal("busy", fast.After.Status);

        await transaction.CommitAsync(Cancellation);

        Assert.Equal("new", Assert.Single(await Store.Outbox.After(fast.Place, 10, Cancellation)).After.Status);
    }
}
