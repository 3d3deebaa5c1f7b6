using CaseFlow.Host.Tests.Durability;

namespace CaseFlow.Host.Tests.Webhooks;

/// <summary>
/// A receiver is down while many cases move at once. In the end it has heard of every event at least once, those of each
/// case in order, and another receiver never waited.
/// </summary>
public sealed class OutageTests
{
    private const int Cases = 12;
    private const int Moves = 8;

    private static readonly string[] Patient = [.. HookedHost.Settings, "--Webhooks:MaxTries=100"];

    [Fact]
    public async Task On_sqlite_nothing_is_lost_and_nothing_overtakes()
    {
        await using var host = new RunningHost { Storage = Patient };
        await host.InitializeAsync();
        await OutlastsAnOutage(host);
    }

    [Fact]
    public async Task On_postgresql_nothing_is_lost_and_nothing_overtakes()
    {
        Postgres.SkipWhereItIsNot();
        await using var host = new RunningHost { Storage = await OnPostgreSql() };
        await host.InitializeAsync();
        await OutlastsAnOutage(host);
    }

    [Fact]
    public async Task A_host_that_starts_again_goes_on_with_what_it_had_not_told()
    {
        await using var host = new RunningHost { Storage = Patient };
        await host.InitializeAsync();
        await using var receiver = Receiver.Closed();
        var subscription = await host.Subscribe(new { url = receiver.Url });
        var ids = await Load(host);

        await host.OffFor(TimeSpan.FromMinutes(5));
        await receiver.Up();

        await AllArrive(host, receiver, ids);
        AllInOrder(await Expected(host, ids), receiver.Taken);
        Assert.All(receiver.Taken, one => Assert.True(one.IsSignedWith(subscription.Text("secret")!)));
    }

    [Fact]
    public async Task A_host_that_is_stopped_in_the_middle_of_telling_loses_nothing()
    {
        await using var host = new RunningHost { Storage = Patient };
        await host.InitializeAsync();
        await using var receiver = await Receiver.Open();
        receiver.Answer = (_, _) => Task.Delay(30);
        await host.Subscribe(new { url = receiver.Url });
        var ids = await Load(host);
        await Hooks.Eventually(() => receiver.All.Length > 20);

        await host.OffFor(TimeSpan.FromMinutes(5));

        await AllArrive(host, receiver, ids);
        AllInOrder(await Expected(host, ids), receiver.Taken);
    }

    [Fact]
    public async Task Two_hosts_on_one_database_share_the_telling_and_keep_the_order()
    {
        Postgres.SkipWhereItIsNot();
        using var keys = new TemporaryFolder();
        string[] storage = [.. await OnPostgreSql(), $"--DataProtection:KeysFolder={keys.Path}"];
        await using var host = new RunningHost { Storage = storage };
        await host.InitializeAsync();
        await using var other = new RunningHost { Storage = storage };
        await other.InitializeAsync();
        await using var receiver = await Receiver.Open();
        receiver.Answer = (_, _) => Task.Delay(2);
        await host.Subscribe(new { url = receiver.Url });

        var ids = (await Task.WhenAll(Load(host), Load(other))).SelectMany(some => some).ToArray();

        // By two clocks that stand still: turned apart, each host would take what the other one holds.
        var expected = await Expected(host, ids);
        await Hooks.Eventually(() => Heard(receiver) >= expected.Count);
        AllInOrder(expected, receiver.Taken);
        Assert.Equal(expected.Count, receiver.Taken.Length); // nobody died, so nothing was told twice
    }

    private static async Task OutlastsAnOutage(RunningHost host)
    {
        await using var receiver = Receiver.Closed();
        await using var other = await Receiver.Open();
        await host.Subscribe(new { url = receiver.Url });
        await host.Subscribe(new { url = other.Url });
        var moving = Load(host);
        await Hooks.Eventually(() => other.All.Length > 20);
        await receiver.Up();
        var ids = await moving;
        await receiver.Down();
        var more = await Load(host);
        var expected = await Expected(host, [.. ids, .. more]);

        // The one that is up heard of all of it while the other was down, and by nobody turning the clock.
        await Hooks.Eventually(() => Heard(other) >= expected.Count, $"{Heard(other)} of {expected.Count}");
        await receiver.Up();

        await AllArrive(host, receiver, [.. ids, .. more]);
        AllInOrder(expected, receiver.Taken);
        AllInOrder(expected, other.Taken);
        Assert.True(Heard(other) == other.Taken.Length, "one that was up was told something twice");
    }

    private static async Task<string[]> OnPostgreSql() =>
        [
            .. Patient,
            "--Storage:Provider=PostgreSql",
            $"--Storage:ConnectionString={await TemporaryPostgres.NewDatabase()}",
        ];

    private static int Heard(Receiver receiver) =>
        receiver.Taken.Select(one => one.Id).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Opens cases and moves them, all at once.</summary>
    private static async Task<string[]> Load(RunningHost host)
    {
        var customerId = await host.Account();
        return await Task.WhenAll(
            Enumerable
                .Range(0, Cases)
                .Select(async _ =>
                {
                    var id = (await host.Case(with: new { customerId })).Text("id")!;
                    await host.Move(id, Moves);
                    return id;
                })
        );
    }

    private static async Task<HashSet<(string Case, int Position)>> Expected(RunningHost host, string[] ids)
    {
        var expected = new HashSet<(string, int)>();
        foreach (var id in ids)
        {
            expected.UnionWith((await host.Positions(id)).Select(position => (id, position)));
        }

        return expected;
    }

    private static async Task AllArrive(RunningHost host, Receiver receiver, string[] ids)
    {
        var expected = await Expected(host, ids);
        await host.InTime(() => Task.FromResult(Heard(receiver) >= expected.Count), seconds: 600);
    }

    /// <summary>Each event at least once, and none for the first time after a later one of its case.</summary>
    private static void AllInOrder(HashSet<(string Case, int Position)> expected, Got[] taken)
    {
        Assert.Equal(expected.Order(), taken.Select(one => (one.Case, one.Position)).Distinct().Order());
        foreach (var ofCase in taken.GroupBy(one => one.Case, StringComparer.Ordinal))
        {
            var told = ofCase.Select(one => one.Position).Distinct().ToArray();
            Assert.Equal(told.Order(), told);
        }
    }
}
