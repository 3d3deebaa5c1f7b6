using System.Net;
using CaseFlow.Host.Tests.Durability;

namespace CaseFlow.Host.Tests.Webhooks;

/// <summary>
/// The host is killed while deliveries come in and are worked on, again and again. What it accepted is done in the end, and
/// done once; <c>caseflow verify</c> finds nothing.
/// </summary>
public sealed class HookKillTests : IDisposable
{
    private const int Issues = 40;
    private const int Comments = 3;
    private const int Kills = 4;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("caseflow-hooks-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public Task On_sqlite_no_delivery_is_lost_and_none_is_done_twice() =>
        DoesEachOnce($"--Storage:ConnectionString=Data Source={Path.Combine(folder.FullName, "caseflow.db")}");

    [Fact]
    public async Task On_postgresql_no_delivery_is_lost_and_none_is_done_twice()
    {
        Postgres.SkipWhereItIsNot();

        await DoesEachOnce(
            "--Storage:Provider=PostgreSql",
            $"--Storage:ConnectionString={await TemporaryPostgres.NewDatabase()}"
        );
    }

    private static async Task DoesEachOnce(params string[] storage)
    {
        string[] settings = [.. storage, .. Senders.Settings, "--Hooks:HoldFor=00:00:01"];
        var chance = new Random(20261124);
        var left = new Queue<(int Issue, int Comment)>(
            from comment in Enumerable.Range(0, Comments)
            from issue in Enumerable.Range(0, Issues)
            select (issue, comment)
        );
        for (var kill = 0; kill < Kills; kill++)
        {
            using var killed = await HostProcess.Start(settings);
            using var sender = new HttpClient { BaseAddress = killed.Address };
            for (var number = chance.Next(5, 40); number > 0 && left.Count > 0; number--)
            {
                await Send(sender, left.Dequeue());
            }

            await Task.Delay(chance.Next(0, 60));
            killed.Kill();
        }

        using var host = await HostProcess.Start(settings);
        using var rest = new HttpClient { BaseAddress = host.Address };
        while (left.TryDequeue(out var comment))
        {
            await Send(rest, comment);
            await Send(rest, (comment.Issue, 0)); // which came before
        }

        using var olga = host.As("olga");
        olga.DefaultRequestHeaders.Add("X-CaseFlow-Roles", "admin,agent");
        await UntilNothingWaits(olga);
        await Check(olga);

        host.Kill();
        var (exitCode, told) = await HostProcess.Verb(["verify", .. storage]);
        Assert.True(exitCode == 0, told);
    }

    private static async Task Send(HttpClient sender, (int Issue, int Comment) one)
    {
        var body = $$"""
            {
              "action": "created",
              "issue": { "node_id": "issue-{{one.Issue}}", "number": {{one.Issue}}, "title": "Issue {{one.Issue}}" },
              "comment": { "body": "comment {{one.Comment}}", "user": { "login": "ann" } },
              "repository": { "full_name": "contoso/mail", "owner": { "login": "contoso" } }
            }
            """;
        var answer = await sender.SendAsync(
            Senders.GitHub("issue_comment", body, $"delivery-{one.Issue}-{one.Comment}")
        );
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    private static async Task UntilNothingWaits(HttpClient olga)
    {
        for (var look = 0; look < 300; look++)
        {
            var hooks = (await olga.GetAsync("/api/hooks").Ok()).GetProperty("items").EnumerateArray();
            if (hooks.All(hook => hook.GetProperty("waiting").GetInt32() == 0))
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("Deliveries wait for ever.");
    }

    private static async Task Check(HttpClient olga)
    {
        var states = (await olga.GetAsync("/api/hooks/github-issues/deliveries?limit=200").Ok())
            .GetProperty("items")
            .EnumerateArray()
            .Select(one => one.Text("state"))
            .ToList();
        Assert.Equal((Issues * Comments, "done"), (states.Count, states.Distinct().Single()));

        var cases = (await olga.GetAsync("/api/cases?limit=200").Ok()).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(Issues, cases.Count);
        foreach (var one in cases)
        {
            var notes = (await olga.GetAsync($"/api/cases/{one.Text("id")}/timeline?limit=200").Ok())
                .GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("event"))
                .Where(happened => happened.Text("type") == "activity-added")
                .Select(happened => happened.GetProperty("content").Text("text"));
            Assert.Equal(
                Enumerable.Range(0, Comments).Select(number => $"comment {number}"),
                notes.Order(StringComparer.Ordinal)
            );
        }

        var customers = await olga.GetAsync("/api/customers?q=contoso").Ok();
        Assert.Equal(1, customers.GetProperty("items").GetArrayLength());
    }
}
