namespace CaseFlow.Storage.Tests;

/// <summary>What is promised of the deliveries of webhooks, whichever database keeps them.</summary>
public abstract class InboundDeliveriesContract(StorageProvider provider) : StorageTest(provider)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(10);

    private InboundDeliveries Deliveries => Store.InboundDeliveries;

    [Fact]
    public async Task A_delivery_is_kept_once_for_its_key()
    {
        var first = await Deliveries.Keep(Delivery("a"), Cancellation);
        var second = await Deliveries.Keep(Delivery("a"), Cancellation);
        var elsewhere = await Deliveries.Keep(Delivery("a", hook: "other"), Cancellation);

        Assert.Equal((true, false, true), (first.IsNew, second.IsNew, elsewhere.IsNew));
        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public async Task Sent_twice_at_the_same_moment_it_is_kept_once()
    {
        await using var other = await TestStore.Open(Database);

        var kept = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(index =>
                    Task.Run(
                        () => (index % 2 == 0 ? Store : other).InboundDeliveries.Keep(Delivery("a"), Cancellation),
                        Cancellation
                    )
                )
        );

        Assert.Single(kept, one => one.IsNew);
        Assert.Single(kept.Select(one => one.Id).Distinct());
    }

    [Fact]
    public async Task Of_a_lane_one_is_taken_at_a_time_in_the_order_in_which_they_came()
    {
        await Keep(Delivery("a", lane: "one"), Delivery("b", lane: "one"), Delivery("c", lane: "two"));

        Assert.Equal(["a", "c"], await TakeKeys(Start));
        Assert.Empty(await TakeKeys(Start.AddSeconds(1)));
    }

    [Fact]
    public async Task The_next_of_a_lane_comes_when_the_one_before_has_ended_and_not_while_it_pauses()
    {
        await Keep(Delivery("a", lane: "one"), Delivery("b", lane: "one"));
        var first = Assert.Single(await Take(Start));
        await Deliveries.PutOff(first, Start.AddMinutes(1), "no luck", Cancellation);

        Assert.Empty(await TakeKeys(Start.AddSeconds(30)));
        var again = Assert.Single(await Take(Start.AddMinutes(1)));
        Assert.Equal(("a", 1, "no luck"), (again.Key, again.Failures, again.Detail));
        Assert.True(await End(again, "dead", Start.AddMinutes(1)));
        Assert.Equal(["b"], await TakeKeys(Start.AddMinutes(1)));
    }

    [Fact]
    public async Task Who_takes_a_delivery_has_it_to_himself_for_a_while_and_then_it_is_anothers()
    {
        await Keep(Delivery("a"));
        var slow = Assert.Single(await Take(Start));

        Assert.Empty(await Take(Start.Add(Hold).AddTicks(-1)));
        var quick = Assert.Single(await Take(Start.Add(Hold)));
        Assert.False(await End(slow, "refused", Start.Add(Hold)));
        Assert.True(await End(quick, "done", Start.Add(Hold)));
    }

    [Fact]
    public async Task Two_nodes_that_take_at_once_never_get_the_same()
    {
        await using var other = await TestStore.Open(Database);
        await Keep([.. Enumerable.Range(0, 40).Select(index => Delivery($"{index}"))]);

        var taken = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(index => Task.Run(() => TakeAll(index % 2 == 0 ? Store : other), Cancellation))
        );

        var keys = taken.SelectMany(some => some).ToList();
        Assert.Equal((40, 40), (keys.Count, keys.Distinct(StringComparer.Ordinal).Count()));
    }

    [Fact]
    public async Task Only_what_has_ended_is_worked_on_again()
    {
        await Keep(Delivery("a"));
        var taken = Assert.Single(await Take(Start));

        Assert.False(await Deliveries.Replay(taken.Id, Start, Cancellation));
        await End(taken, "dead", Start);
        Assert.True(await Deliveries.Replay(taken.Id, Start.AddHours(1), Cancellation));

        var again = Assert.Single(await Take(Start.AddHours(1)));
        Assert.Equal((1, 0), (again.Replays, again.Failures));
    }

    [Fact]
    public async Task What_ended_long_ago_is_forgotten_and_what_waits_is_not()
    {
        await Keep(Delivery("old"), Delivery("waits", lane: "old"), Delivery("new"));
        foreach (var taken in await Take(Start))
        {
            await End(taken, "done", taken.Key == "old" ? Start : Start.AddDays(2));
        }

        Assert.Equal(1, await Deliveries.Trim(Start.AddDays(1), Cancellation));
        Assert.Equal(["waits"], await TakeKeys(Start.AddDays(1)));
    }

    private async Task Keep(params InboundDeliveryRow[] deliveries)
    {
        foreach (var one in deliveries)
        {
            await Deliveries.Keep(one, Cancellation);
        }
    }

    private Task<ImmutableArray<InboundDeliveryRow>> Take(DateTimeOffset now) =>
        Deliveries.Take(now, Hold, 100, Cancellation);

    private async Task<string[]> TakeKeys(DateTimeOffset now) => [.. (await Take(now)).Select(one => one.Key)];

    private static async Task<List<string>> TakeAll(TestStore store)
    {
        var keys = new List<string>();
        while (await store.InboundDeliveries.Take(Start, Hold, 3, Cancellation) is { IsEmpty: false } some)
        {
            keys.AddRange(some.Select(one => one.Key));
        }

        return keys;
    }

    private Task<bool> End(InboundDeliveryRow taken, string state, DateTimeOffset at) =>
        Deliveries.End(taken with { State = state, Results = "[]" }, at, Cancellation);

    private static InboundDeliveryRow Delivery(string key, string? lane = null, string hook = "calls") =>
        new()
        {
            Id = Guid.CreateVersion7(Start),
            Hook = hook,
            Key = key,
            Lane = lane ?? key,
            ReceivedAt = Start,
            Method = "POST",
            Query = "{}",
            Headers = "{}",
            Body = "{}",
            State = InboundDeliveryRow.Waiting,
            DueAt = Start,
        };
}

/// <inheritdoc cref="InboundDeliveriesContract" />
public sealed class InboundDeliveriesOnSqlite() : InboundDeliveriesContract(StorageProvider.Sqlite);

/// <inheritdoc cref="InboundDeliveriesContract" />
public sealed class InboundDeliveriesOnPostgreSql() : InboundDeliveriesContract(StorageProvider.PostgreSql);
