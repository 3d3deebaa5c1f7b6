using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CaseFlow.Host.Tests.Durability;

namespace CaseFlow.Host.Tests.Workflows;

/// <summary>
/// The host is killed while workflows wait, are woken and change cases, at a moment that is different each time. In the end
/// each instance has ended, and has done each thing once: what was acknowledged is not done again, and nothing is lost.
/// </summary>
public sealed class WorkflowKillTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 6;
    private const int Workers = 12;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("caseflow-flow-kill-");

    private static readonly string worker = Flow.Of(
        "worker",
        $"type: CaseFlow.AddActivity, {Flow.Script("caseId", "String", "getInput('caseId')")}, {Note("first")}",
        $"type: Elsa.Event, {Flow.Text("eventName", "go")}",
        $"type: CaseFlow.AddActivity, {Flow.Script("caseId", "String", "getInput('caseId')")}, {Note("second")}",
        $"type: Elsa.PublishEvent, {Flow.Text("eventName", "worked")}, {Flow.Script("payload", "Object", "({ about: getCorrelationId() })")}",
        Flow.Line("getCorrelationId()")
    );

    private static readonly string counter = Flow.Of(
        "counter",
        $"type: Elsa.Event, customProperties: {{ canStartWorkflow: true }}, {Flow.Text("eventName", "worked")}, {Flow.Into("result")}",
        Flow.Line("getV().about"),
        Flow.Line("'counted'")
    );

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public Task On_sqlite_each_thing_is_done_once() =>
        DoesEachThingOnce($"--Storage:ConnectionString=Data Source={Path.Combine(folder.FullName, "caseflow.db")}");

    [Fact]
    public async Task On_postgresql_each_thing_is_done_once()
    {
        Postgres.SkipWhereItIsNot();

        await DoesEachThingOnce(
            "--Storage:Provider=PostgreSql",
            $"--Storage:ConnectionString={await TemporaryPostgres.NewDatabase()}"
        );
    }

    private static string Note(string which) =>
        Flow.Script("activity", "ObjectDictionary", $"({{ kind: 'note', text: '{which} ' + getCorrelationId() }})");

    private async Task DoesEachThingOnce(params string[] storage)
    {
        string[] settings = [.. storage, "--Workflows:HoldFor=00:00:01", "--Workflows:CheckEvery=00:00:00.2"];
        var chance = new Random(20261124);
        var runs = new List<Run>();
        string caseId;
        using (var first = await HostProcess.Start(settings))
        {
            using var dora = As(first, "admin");
            foreach (var definition in new[] { worker, counter })
            {
                var body = new StringContent(definition, Encoding.UTF8, "application/yaml");
                await dora.PostAsync("/api/workflows/publish", body).Ok();
            }

            var customer = await dora.PostAsJsonAsync("/api/customers", new { kind = "account", name = "Contoso" })
                .Ok();
            var made = new
            {
                process = "support-case",
                title = "Worked on",
                customerId = customer.Text("id"),
            };
            caseId = (await dora.PostAsJsonAsync("/api/cases", made).Ok()).Text("id")!;
        }

        for (var kill = 0; kill < Kills; kill++)
        {
            using var host = await HostProcess.Start(settings);
            using var client = As(host, "agent");
            var working = Enumerable.Range(0, Workers).Select(_ => Work(client, caseId, runs)).ToList();
            await Task.Delay(chance.Next(100, 900));
            host.Kill();
            await Task.WhenAll(working);
        }

        using var last = await HostProcess.Start(settings);
        using var sue = As(last, "agent"); // whoever says it again under the same key is the same
        foreach (var run in runs)
        {
            await Finish(sue, run, caseId);
        }

        var expected = runs.Select(run => run.Key).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(expected);
        await UntilEnded(sue, "worker", expected.Count);
        await UntilEnded(sue, "counter", expected.Count);
        var notes = await All(sue, $"/api/cases/{caseId}/activities?");
        foreach (var which in new[] { "first", "second" })
        {
            var written = notes
                .Select(note => note.Text("text")!)
                .Where(text => text.StartsWith(which, StringComparison.Ordinal))
                .Select(text => text[(which.Length + 1)..])
                .Order(StringComparer.Ordinal);
            Assert.Equal(expected, written);
        }

        Assert.Equal(expected, await Counted(sue));
        Assert.Empty(await All(sue, "/api/workflows/incidents?"));
        last.Kill();
        var (exitCode, told) = await HostProcess.Verb(["verify", .. storage]);
        Assert.True(exitCode == 0, told);
        output.WriteLine($"{expected.Count} instances over {Kills} kills");
    }

    /// <summary>Starts instances and tells each its event, until the host is gone; what is under way then is said again later.</summary>
    private static async Task Work(HttpClient client, string caseId, List<Run> runs)
    {
        try
        {
            while (true)
            {
                var run = new Run(Guid.NewGuid().ToString("N"));
                lock (runs)
                {
                    runs.Add(run);
                }

                await Finish(client, run, caseId);
            }
        }
        catch (HttpRequestException)
        {
            // Killed.
        }
    }

    private static async Task Finish(HttpClient client, Run run, string caseId)
    {
        if (!run.IsStarted)
        {
            await Post(
                client,
                "/api/workflows/worker/run",
                run.Key,
                new { input = new { caseId }, correlationId = run.Key }
            );
            run.IsStarted = true;
        }

        if (!run.IsTold)
        {
            await Post(client, "/api/events", run.Key, new { name = "go", correlationId = run.Key });
            run.IsTold = true;
        }
    }

    private static async Task Post(HttpClient client, string path, string key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        var answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task UntilEnded(HttpClient client, string workflow, int count)
    {
        for (var look = 0; look < 300; look++)
        {
            var ended = await All(client, $"/api/workflows/{workflow}/instances?status=finished&");
            if (ended.Count >= count)
            {
                Assert.Equal(count, ended.Count);
                Assert.Empty(await All(client, $"/api/workflows/{workflow}/instances?status=running&"));
                return;
            }

            await Task.Delay(100);
        }

        var stuck = await All(client, $"/api/workflows/{workflow}/instances?status=running&");
        Assert.Fail($"{stuck.Count} instances of {workflow} never ended: {string.Join('\n', stuck.Take(3))}");
    }

    private static async Task<List<string>> Counted(HttpClient client)
    {
        var counted = new List<string>();
        foreach (var one in await All(client, "/api/workflows/counter/instances?status=finished&"))
        {
            var details = await client.GetAsync($"/api/workflows/instances/{one.Text("id")}").Ok();
            counted.Add(Workshop.Lines(details)[0]);
        }

        counted.Sort(StringComparer.Ordinal);
        return counted;
    }

    private static async Task<List<JsonElement>> All(HttpClient client, string path)
    {
        var all = new List<JsonElement>();
        string? next = null;
        do
        {
            var page = await client.GetAsync($"{path}limit=200{(next is null ? "" : $"&cursor={next}")}").Ok();
            all.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.TryGetProperty("next", out var cursor) ? cursor.GetString() : null;
        } while (next is not null);

        return all;
    }

    private static HttpClient As(HostProcess host, string role)
    {
        var client = host.As(role);
        client.DefaultRequestHeaders.Add("X-CaseFlow-Roles", role);
        return client;
    }

    private sealed class Run(string key)
    {
        public string Key => key;

        public bool IsStarted { get; set; }

        public bool IsTold { get; set; }
    }
}
