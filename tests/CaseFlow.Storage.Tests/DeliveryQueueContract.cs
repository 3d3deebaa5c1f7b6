using System.Text;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage.Tests;

/// <summary>What deliveries are promised, whichever database keeps them.</summary>
public abstract class DeliveryQueueContract(StorageProvider provider) : StorageTest(provider)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Now.AddMinutes(1);
    private static readonly Guid One = Guid.Parse("01950000-0000-7000-8000-00000000000a");
    private static readonly Guid Other = Guid.Parse("01950000-0000-7000-8000-00000000000b");

    private long place;

    [Fact]
    public async Task Deliveries_are_added_with_the_position_or_not_at_all()
    {
        await Subscribe(One);

        Assert.True(await Store.Queue.Add(0, 5, [Delivery(1, 1)], Now, Cancellation));
        Assert.False(await Store.Queue.Add(0, 5, [Delivery(1, 1)], Now, Cancellation));

        Assert.Equal(5, await Store.Queue.Position(Cancellation));
        var lane = Assert.Single(await Take());
        Assert.Single(await Store.Queue.Waiting(lane, 10, Cancellation));
    }

    [Fact]
    public async Task A_lane_gives_what_waits_in_order_and_is_gone_when_all_is_delivered()
    {
        await Subscribe(One);
        await Add([.. Enumerable.Range(1, 5).Select(position => Delivery(1, position))]);
        await Add(Delivery(1, 6));
        var lane = Assert.Single(await Take());

        var waiting = await Store.Queue.Waiting(lane, 10, Cancellation);
        Assert.Equal([1, 2, 3, 4, 5, 6], waiting.Select(row => row.Position));
        await Settle(lane, [.. waiting.Select(Delivered)], isEmpty: true);

        Assert.Empty(await Take(Now.AddDays(1)));
        await using var db = Store.Context();
        Assert.False(await db.DeliveryLanes.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task What_is_added_while_a_lane_is_held_is_not_lost_with_it()
    {
        await Subscribe(One);
        await Add(Delivery(1, 1));
        var lane = Assert.Single(await Take());
        var waiting = await Store.Queue.Waiting(lane, 10, Cancellation);

        await Add(Delivery(1, 2));
        await Settle(lane, [.. waiting.Select(Delivered)], isEmpty: true);

        lane = Assert.Single(await Take());
        Assert.Equal(2, Assert.Single(await Store.Queue.Waiting(lane, 10, Cancellation)).Position);
    }

    [Fact]
    public async Task A_failure_holds_up_its_own_case_and_no_other()
    {
        await Subscribe(One);
        await Add(Delivery(1, 1), Delivery(1, 2), Delivery(2, 1));
        var lanes = await Take();
        var failing = lanes.Single(lane => lane.CaseId == TestCases.Id(1).Value);
        var first = (await Store.Queue.Waiting(failing, 1, Cancellation)).Single();
        var next = first with { Tries = 1, NextTryAt = Later, Error = "It answered 500." };
        await Store.Queue.Settle([new(failing, [next], IsEmpty: false, Later)], Cancellation);
        var fine = lanes.Single(lane => lane.CaseId == TestCases.Id(2).Value);
        var told = (await Store.Queue.Waiting(fine, 1, Cancellation)).Single();
        await Settle(fine, [Delivered(told)], isEmpty: true);

        Assert.Empty(await Take(Later.AddTicks(-1)));

        var again = Assert.Single(await Take(Later));
        Assert.Equal([1, 2], (await Store.Queue.Waiting(again, 10, Cancellation)).Select(row => row.Position));
    }

    [Fact]
    public async Task Nodes_that_take_at_once_never_hold_the_same_lane()
    {
        await Subscribe(One);
        await Add([.. Enumerable.Range(1, 60).Select(number => Delivery(number, 1))]);
        await using var other = await TestStore.Open(Database);

        var taken = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(index => Task.Run(() => TakeAll(index % 2 == 0 ? Store : other)))
        );

        var cases = taken.SelectMany(some => some).ToList();
        Assert.Equal((60, 60), (cases.Count, cases.Distinct().Count()));
    }

    [Fact]
    public async Task Who_held_a_lane_too_long_lets_go_of_nothing_that_another_one_holds()
    {
        await Subscribe(One);
        await Add(Delivery(1, 1), Delivery(1, 2));
        var late = Assert.Single(await Take());
        var first = (await Store.Queue.Waiting(late, 1, Cancellation)).Single();
        var holder = Assert.Single(await Take(Later));

        await Settle(late, [Delivered(first)], isEmpty: true);

        Assert.Empty(await Take(Later.AddTicks(1)));
        Assert.Equal(2, Assert.Single(await Store.Queue.Waiting(holder, 10, Cancellation)).Position);
    }

    [Fact]
    public async Task A_replay_has_a_lane_of_its_own()
    {
        await Subscribe(One);
        await Add(Delivery(1, 1), Delivery(1, 2));
        var lane = Assert.Single(await Take());
        var waiting = await Store.Queue.Waiting(lane, 10, Cancellation);
        await Settle(lane, [waiting[0] with { Status = DeliveryStatus.Dead, Tries = 3 }], isEmpty: false);

        Assert.Equal([waiting[0].Id], await Replay([waiting[0].Id, waiting[1].Id, 4711]));

        var lanes = await Take();
        Assert.Equal(2, lanes.Length);
        var again = Assert.Single(await Store.Queue.Waiting(lanes.Single(one => one.IsReplay), 10, Cancellation));
        Assert.Equal((1, true, 0), (again.Position, again.IsReplay, again.Tries));
        var rest = Assert.Single(await Store.Queue.Waiting(lanes.Single(one => !one.IsReplay), 10, Cancellation));
        Assert.Equal(2, rest.Position);
    }

    [Fact]
    public async Task A_paused_subscription_is_not_due_and_a_removed_one_leaves_no_lanes()
    {
        await Subscribe(One);
        await Subscribe(Other, isPaused: true);
        await Add(Delivery(1, 1), Delivery(1, 1) with { SubscriptionId = Other });

        Assert.Equal([One], await Store.Queue.Due(Now, Cancellation));

        await using var db = Store.Context();
        db.Subscriptions.Remove(await db.Subscriptions.SingleAsync(row => row.Id == One, Cancellation));
        await db.SaveChangesAsync(Cancellation);
        Assert.Empty(await Take());
        await Assert.ThrowsAnyAsync<Exception>(() => Add(Delivery(1, 2)));
    }

    [Fact]
    public async Task Old_deliveries_are_forgotten_unless_they_wait()
    {
        await Subscribe(One);
        await Add(Delivery(1, 1), Delivery(1, 2), Delivery(1, 3));
        var lane = Assert.Single(await Take());
        var waiting = await Store.Queue.Waiting(lane, 10, Cancellation);
        await Settle(lane, [Delivered(waiting[0]), waiting[1] with { Status = DeliveryStatus.Dead }], isEmpty: false);

        Assert.Equal(0, await Store.Trimming.Deliveries(Now, Cancellation));
        Assert.Equal(2, await Store.Trimming.Deliveries(Now.AddTicks(1), Cancellation));
    }

    internal static SubscriptionRow Subscription(Guid id, long since, bool isPaused = false) =>
        new()
        {
            Id = id,
            Name = "Somebody",
            Url = "https://example.com/hooks",
            Types = "*",
            HeaderNames = "",
            IsPaused = isPaused,
            Since = since,
            CreatedBy = "ada",
            CreatedAt = Now,
            ModifiedAt = Now,
        };

    private async Task Subscribe(Guid id, bool isPaused = false)
    {
        await using var db = Store.Context();
        db.Subscriptions.Add(Subscription(id, since: 0, isPaused));
        await db.SaveChangesAsync(Cancellation);
    }

    private static DeliveryRow Delivery(int number, int position) =>
        new()
        {
            SubscriptionId = One,
            CaseId = TestCases.Id(number).Value,
            Position = position,
            EventId = $"{number}.{position}",
            Type = "opened",
            Body = Encoding.UTF8.GetBytes("{}"),
            Status = DeliveryStatus.Waiting,
            CreatedAt = Now,
        };

    private static DeliveryRow Delivered(DeliveryRow row) =>
        row with
        {
            Status = DeliveryStatus.Delivered,
            Tries = 1,
            TriedAt = Now,
            ResponseStatus = 204,
        };

    private async Task Add(params DeliveryRow[] deliveries) =>
        Assert.True(await Store.Queue.Add(place, ++place, deliveries, Now, Cancellation));

    private Task<ImmutableArray<DeliveryLaneRow>> Take(DateTimeOffset? now = null) =>
        Store.Queue.Take(One, now ?? Now, (now ?? Now).AddMinutes(1), 100, Cancellation);

    private static async Task<List<Guid>> TakeAll(TestStore store)
    {
        var cases = new List<Guid>();
        while (await store.Queue.Take(One, Now, Later, 5, Cancellation) is [_, ..] some)
        {
            cases.AddRange(some.Select(lane => lane.CaseId));
        }

        return cases;
    }

    private Task Settle(DeliveryLaneRow lane, ImmutableArray<DeliveryRow> tried, bool isEmpty) =>
        Store.Queue.Settle([new(lane, tried, isEmpty, Now)], Cancellation);

    private Task<ImmutableArray<long>> Replay(IReadOnlyList<long> ids) => Store.Queue.Replay(ids, Now, Cancellation);
}

/// <inheritdoc cref="DeliveryQueueContract" />
public sealed class DeliveryQueueOnSqlite() : DeliveryQueueContract(StorageProvider.Sqlite);

/// <inheritdoc cref="DeliveryQueueContract" />
public sealed class DeliveryQueueOnPostgreSql() : DeliveryQueueContract(StorageProvider.PostgreSql);
