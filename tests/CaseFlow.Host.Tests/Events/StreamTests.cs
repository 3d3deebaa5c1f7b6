using System.Net;
using CaseFlow.Host.Tests.Durability;
using CaseFlow.Host.Tests.Webhooks;

namespace CaseFlow.Host.Tests.Events;

/// <summary>What happens can be followed, left and resumed.</summary>
public sealed class StreamTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task A_stream_shows_what_happens_from_now_on_each_by_its_type()
    {
        await host.Case("Before");
        await using var stream = await EventStream.Open(host);
        await Hooks.Eventually(() => stream.Beats.Length > 0);

        var id = (await host.Case("After")).Text("id")!;
        await host.Move(id, 1);
        var positions = await host.Positions(id);
        await Hooks.Eventually(() => stream.Seen.Count(one => one.Case == id) == positions.Length);

        Assert.All(stream.Seen, one => Assert.Equal(id, one.Case));
        Assert.Equal(positions, stream.Seen.Select(one => one.Position));
        Assert.Equal(("opened", "edited"), (stream.Events[0].EventType, stream.Events[^1].EventType));
        var told = System.Text.Json.JsonDocument.Parse(stream.Events[0].Data).RootElement;
        Assert.Equal(("1.0", "opened"), (told.Text("specversion"), told.Text("type")));
        Assert.Equal("https://caseflow.dev/schemas/case-event/1", told.Text("dataschema"));
        Assert.Equal("After", told.GetProperty("data").GetProperty("case").Text("title"));
    }

    [Fact]
    public async Task Filters_leave_out_all_else()
    {
        await using var byType = await EventStream.Open(host, "?types=resolved,edit*");
        var queue = (await host.Case("Routed")).Text("queue");
        await using var byQueue = await EventStream.Open(host, $"?queue={queue}&process=support-case");
        await using var byProcess = await EventStream.Open(host, "?process=access-request");
        var first = await host.Case("First");
        await using var byCase = await EventStream.Open(host, $"?case={first.Text("ticket")}");
        var second = await host.Case("Second");
        await host.Move(second.Text("id")!, 1);
        await host.Move(first.Text("id")!, 1);

        await Hooks.Eventually(() => byCase.Events.Length > 0 && byType.Events.Length == 2);
        await Hooks.Eventually(() => byQueue.Seen.Any(one => one.Case == second.Text("id")));

        Assert.All(byType.Events, one => Assert.Equal("edited", one.EventType));
        Assert.All(byCase.Seen, one => Assert.Equal(first.Text("id"), one.Case));
        Assert.Empty(byProcess.Events);
        using var ann = host.As("ann");
        await ann.PostAsync($"/api/cases/{first.Text("id")}/unqueue", null).Ok();
        await Hooks.Eventually(() => byQueue.Events.Any(one => one.EventType == "unqueued"));
        var after = byQueue.Events.Length;
        await host.Move(first.Text("id")!, 1);
        await host.Move(second.Text("id")!, 1);
        await Hooks.Eventually(() => byQueue.Events.Length > after);
        Assert.Equal(second.Text("id"), byQueue.Seen[after].Case);
    }

    [Fact]
    public async Task Cases_in_a_private_queue_are_shown_to_their_people_alone_live_and_when_resumed()
    {
        using var office = await Queues.Office.Open(
            host,
            "hush",
            ["secret: { members: TEAM, visibility: private }", "main:"],
            ["otherwise: secret"]
        );
        var member = await office.Person("ann");
        await using var inside = await EventStream.Open(host, user: member, roles: "agent");
        await using var outside = await EventStream.Open(host, user: "mallory", roles: "agent");
        await Hooks.Eventually(() => inside.Beats.Length > 0 && outside.Beats.Length > 0);
        var start = outside.LastId;

        var hidden = (await office.Case("Hidden")).Text("id")!;
        var open = (await host.Case("Open")).Text("id")!;

        await Hooks.Eventually(() => outside.Seen.Any(one => one.Case == open));
        await Hooks.Eventually(() => inside.Seen.Any(one => one.Case == hidden));
        Assert.DoesNotContain(outside.Seen, one => one.Case == hidden);
        await using var again = await EventStream.Open(host, after: start, user: "mallory", roles: "agent");
        await Hooks.Eventually(() => again.Seen.Any(one => one.Case == open));
        Assert.DoesNotContain(again.Seen, one => one.Case == hidden);
    }

    [Fact]
    public async Task Who_resumes_gets_all_that_happened_meanwhile_once_and_in_order()
    {
        var ids = new List<string>();
        string after;
        await using (var first = await EventStream.Open(host))
        {
            ids.Add((await host.Case()).Text("id")!);
            await Hooks.Eventually(() => first.Events.Length >= 2);
            after = first.Events[0].EventId!;
        }

        for (var number = 0; number < 5; number++)
        {
            ids.Add((await host.Case()).Text("id")!);
        }

        await using var second = await EventStream.Open(host, after: after);
        var expected = new List<(string, int)>();
        foreach (var id in ids)
        {
            expected.AddRange((await host.Positions(id)).Select(position => (id, position)));
        }

        // The first event was read: it stood in the middle of an append.
        await Hooks.Eventually(() => second.Seen.Length >= expected.Count - 1);
        Assert.Equal(expected.Skip(1), second.Seen);
    }

    [Fact]
    public async Task An_idle_stream_beats_and_can_resume_from_its_beat()
    {
        await using var quiet = await EventStream.Open(host, "?process=access-request");
        await host.InTime(() => Task.FromResult(quiet.Beats.Length >= 2), seconds: 60);
        var id = (await host.Case()).Text("id")!;
        await host.InTime(() => Task.FromResult(quiet.Beats[^1].EventId != quiet.Beats[0].EventId), seconds: 60);

        await using var again = await EventStream.Open(host, after: quiet.Beats[0].EventId);
        await Hooks.Eventually(() => again.Seen.Any(one => one.Case == id));
    }

    [Fact]
    public async Task Hundreds_of_streams_are_told_of_one_event()
    {
        var streams = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => EventStream.Open(host, "?types=opened")));
        var id = (await host.Case()).Text("id")!;

        await Hooks.Eventually(() => streams.All(stream => stream.Seen.Any(one => one.Case == id)));

        foreach (var stream in streams)
        {
            await stream.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("?types=openned", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("?case=CAS-0", HttpStatusCode.NotFound, "no-such-case")]
    [InlineData("?queue=nowhere", HttpStatusCode.NotFound, "not-found")]
    public async Task A_wrong_filter_is_refused(string query, HttpStatusCode status, string code)
    {
        using var sue = host.As("sue", "supervisor");

        await EventStream.Ask(sue, query).Problem(status, code);
    }

    [Theory]
    [InlineData("yesterday", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("999999999.1", HttpStatusCode.Gone, "stream-position-gone")]
    public async Task A_wrong_position_is_refused(string after, HttpStatusCode status, string code)
    {
        using var sue = host.As("sue", "supervisor");

        await EventStream.Ask(sue, after: after).Problem(status, code);
    }
}

/// <summary>Streams that are left and resumed while much happens, and after a long time.</summary>
public sealed class StreamResumeTests
{
    [Fact]
    public async Task On_sqlite_a_reader_that_leaves_and_resumes_under_load_misses_nothing()
    {
        await using var host = new RunningHost();
        await host.InitializeAsync();
        await MissesNothing(host);
    }

    [Fact]
    public async Task On_postgresql_a_reader_that_leaves_and_resumes_under_load_misses_nothing()
    {
        Postgres.SkipWhereItIsNot();
        await using var host = new RunningHost
        {
            Storage =
            [
                "--Storage:Provider=PostgreSql",
                $"--Storage:ConnectionString={await TemporaryPostgres.NewDatabase()}",
                "--Storage:Writers=4",
            ],
        };
        await host.InitializeAsync();
        await MissesNothing(host);
    }

    [Fact]
    public async Task A_position_that_was_trimmed_is_gone_and_a_younger_one_is_not()
    {
        await using var host = new RunningHost();
        await host.InitializeAsync();
        string first;
        await using (var stream = await EventStream.Open(host))
        {
            await Hooks.Eventually(() => stream.Beats.Length > 0);
            first = stream.LastId;
            await host.Move((await host.Case()).Text("id")!, 3);
            await Hooks.Eventually(() => stream.Events.Length >= 3);
        }

        await host.OffFor(TimeSpan.FromDays(8));
        using var sue = host.As("sue", "supervisor");
        await host.InTime(async () => (await EventStream.Ask(sue, after: first)).StatusCode == HttpStatusCode.Gone);

        await EventStream.Ask(sue, after: first).Problem(HttpStatusCode.Gone, "stream-position-gone");
        await using var fresh = await EventStream.Open(host);
        await Hooks.Eventually(() => fresh.Beats.Length > 0);
        await using var resumed = await EventStream.Open(host, after: fresh.LastId);
    }

    private static async Task MissesNothing(RunningHost host)
    {
        await using var steady = await EventStream.Open(host);
        await Hooks.Eventually(() => steady.Beats.Length > 0);
        var loading = Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(async _ =>
                {
                    var id = (await host.Case()).Text("id")!;
                    await host.Move(id, 12);
                    return id;
                })
        );

        // Leaves after every few events, wherever that is, and comes back to where it was.
        var pieces = new List<(string, int)>();
        var after = steady.Beats[0].EventId!;
        bool isOver;
        do
        {
            isOver = loading.IsCompleted;
            await using var stream = await EventStream.Open(host, after: after);
            await Task.Delay(40);
            var count = stream.Events.Length;
            pieces.AddRange(stream.Seen[..count]);
            after = count > 0 ? stream.Events[count - 1].EventId! : after;
        } while (!isOver);

        var ids = await loading;
        var expected = new HashSet<(string, int)>();
        foreach (var id in ids)
        {
            expected.UnionWith((await host.Positions(id)).Select(position => (id, position)));
        }

        await using var rest = await EventStream.Open(host, after: after);
        await Hooks.Eventually(() => pieces.Count + rest.Seen.Length >= expected.Count);
        pieces.AddRange(rest.Seen);
        await Hooks.Eventually(() => steady.Seen.Length >= expected.Count);
        Assert.Equal(expected.Order(), pieces.Order());
        Assert.Equal(steady.Seen, pieces);
        foreach (var ofCase in pieces.GroupBy(one => one.Item1, one => one.Item2, StringComparer.Ordinal))
        {
            Assert.Equal(Enumerable.Range(1, ofCase.Count()), ofCase);
        }
    }
}
