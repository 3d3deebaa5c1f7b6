using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Durability;

/// <summary>
/// The host is killed under load, at a moment that is different each time. What it acknowledged is there afterwards;
/// what was under way is repeated with its key, and done once; <c>caseflow verify</c> finds nothing.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Rounds = 8;
    private const int Workers = 16;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("caseflow-kill-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public Task On_sqlite_it_loses_nothing_and_does_nothing_twice() =>
        LosesNothing($"--Storage:ConnectionString=Data Source={Path.Combine(folder.FullName, "caseflow.db")}");

    [Fact]
    public async Task On_postgresql_it_loses_nothing_and_does_nothing_twice()
    {
        Postgres.SkipWhereItIsNot();

        await LosesNothing(
            "--Storage:Provider=PostgreSql",
            $"--Storage:ConnectionString={await TemporaryPostgres.NewDatabase()}"
        );
    }

    private async Task LosesNothing(params string[] storage)
    {
        var chance = new Random(20261124);
        var workers = Enumerable.Range(0, Workers).Select(number => new Worker($"agent-{number}")).ToList();
        for (var round = 1; round <= Rounds; round++)
        {
            await KillAfter(chance.Next(1, 600), workers, storage);
        }

        using var host = await HostProcess.Start(storage);
        foreach (var worker in workers)
        {
            await worker.Finish(host);
            await worker.Check(host);
        }

        host.Kill();
        var (exitCode, told) = await HostProcess.Verb(["verify", .. storage]);
        output.WriteLine(told);
        Assert.True(exitCode == 0, told);
        output.WriteLine($"{workers.Sum(worker => worker.Acknowledged)} commands acknowledged over {Rounds} kills");
    }

    /// <summary>Lets the workers work until they have this many answers together, then kills the host amid it.</summary>
    private static async Task KillAfter(int answers, List<Worker> workers, string[] storage)
    {
        using var host = await HostProcess.Start(storage);
        var left = answers;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var working = workers
            .Select(worker =>
                worker.Work(
                    host,
                    () =>
                    {
                        if (Interlocked.Decrement(ref left) == 0)
                        {
                            enough.SetResult();
                        }
                    }
                )
            )
            .ToList();
        await Task.WhenAny(enough.Task, Task.WhenAll(working)); // a worker that fails ends the round, too
        host.Kill();
        await Task.WhenAll(working);
    }

    /// <summary>Opens a case and moves it to and fro; each command has a key, and is repeated until it is answered.</summary>
    private sealed class Worker(string user)
    {
        private readonly ConcurrentDictionary<string, string> answers = new(StringComparer.Ordinal);
        private Guid? customer;
        private string? caseId;
        private int moves;
        private bool isUnderWay;

        public int Acknowledged => answers.Count;

        public async Task Work(HostProcess host, Action answered)
        {
            using var client = host.As(user);
            try
            {
                while (true)
                {
                    await Next(client);
                    answered();
                }
            }
            catch (HttpRequestException)
            {
                // Killed. The command under way is repeated in the next round.
            }
        }

        /// <summary>Repeats what was under way when the host was killed last.</summary>
        public async Task Finish(HostProcess host)
        {
            using var client = host.As(user);
            if (isUnderWay)
            {
                await Next(client);
            }
        }

        public async Task Check(HostProcess host)
        {
            using var client = host.As(user);
            foreach (var (key, answer) in answers)
            {
                Assert.Equal(answer, await Ask(client, key));
            }

            var found = 0;
            string? cursor = null;
            do
            {
                var page = await client.GetAsync($"/api/cases/{caseId}/timeline?limit=200&cursor={cursor}").Ok();
                found += page.GetProperty("items")
                    .EnumerateArray()
                    .Count(item => item.GetProperty("event").Text("type") == "status-moved");
                cursor = page.Text("next");
            } while (cursor is not null);

            Assert.Equal(moves, found);
        }

        private async Task Next(HttpClient client)
        {
            isUnderWay = true;
            if (customer is null)
            {
                var made = await Keep(client, "customer");
                customer = made.GetProperty("id").GetGuid();
            }
            else if (caseId is null)
            {
                caseId = (await Keep(client, "case")).Text("id");
            }
            else
            {
                await Keep(client, $"move-{moves + 1}");
                moves++;
            }

            isUnderWay = false;
        }

        private async Task<JsonElement> Keep(HttpClient client, string key)
        {
            var answer = await Ask(client, key);
            answers[key] = answer;
            return JsonDocument.Parse(answer).RootElement;
        }

        private async Task<string> Ask(HttpClient client, string key)
        {
            (string Path, object Body) = key switch
            {
                "customer" => ("/api/customers", new { kind = "account", name = user }),
                "case" => (
                    "/api/cases",
                    (object)
                        new
                        {
                            process = "support-case",
                            title = user,
                            customerId = customer,
                        }
                ),
                _ => (
                    $"/api/cases/{caseId}/status",
                    new
                    {
                        to = int.Parse(key["move-".Length..], CultureInfo.InvariantCulture) % 2 == 1
                            ? "on-hold"
                            : "in-progress",
                    }
                ),
            };
            using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = JsonContent.Create(Body) };
            request.Headers.Add("Idempotency-Key", key);
            var answer = await client.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, text);
            return text;
        }
    }
}
