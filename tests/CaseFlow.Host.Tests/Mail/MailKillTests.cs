using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CaseFlow.Host.Tests.Durability;
using CaseFlow.Host.Tests.Webhooks;

namespace CaseFlow.Host.Tests.Mail;

/// <summary>
/// The host is killed while e-mail comes in and is worked on, again and again. What it took is part of one case in the end,
/// and once; <c>caseflow verify</c> finds nothing.
/// </summary>
public sealed class MailKillTests : IDisposable
{
    private const int Threads = 50;
    private const int Letters = 3;
    private const int Kills = 3;

    private const string Process = """
        process: killed
        title: Killed
        ticket: "K-{number}"
        statuses: { active: { open: { initial: true } }, resolved: { done: } }
        transitions: [{ from: open, to: done }]
        queues: { front: }
        routing: [{ otherwise: front }]
        """;

    private const string Mailbox = """
        mailbox: desk
        process: killed
        address: desk@example.com
        unknown-senders: create

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("caseflow-mail-");
    private readonly Random chance = new(20261129);

    private string Sqlite => $"--Storage:ConnectionString=Data Source={Path.Combine(folder.FullName, "caseflow.db")}";

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public Task On_sqlite_each_letter_that_was_taken_is_there_once() => PostsEachOnce(Sqlite);

    [Fact]
    public async Task On_postgresql_each_letter_that_was_taken_is_there_once()
    {
        Postgres.SkipWhereItIsNot();

        await PostsEachOnce(
            "--Storage:Provider=PostgreSql",
            $"--Storage:ConnectionString={await TemporaryPostgres.NewDatabase()}"
        );
    }

    [Fact]
    public async Task What_is_fetched_meanwhile_is_there_once_and_marked_as_seen()
    {
        await using var server = await Dovecot.Start();
        var settings = await Define(
            [Sqlite, $"--Mail:Secrets:desk-mail={Dovecot.Password}"],
            $"imap: {{ host: 127.0.0.1, port: {server.Port}, security: none, user: {Dovecot.User}, password: desk-mail, every: 1s }}\n"
        );
        var left = new Queue<Thread>(Enumerable.Range(0, Threads).Select(number => new Thread(number)));
        for (var kill = 0; kill < Kills; kill++)
        {
            foreach (var thread in Enumerable.Range(0, Threads / Kills + 1).Where(_ => left.Count > 0))
            {
                var next = left.Dequeue();
                for (; next.Sent < Letters; next.Sent++)
                {
                    await server.Put(next.Letter);
                }
            }

            using var killed = await HostProcess.Start(settings);
            await Task.Delay(chance.Next(400, 1_200));
            killed.Kill();
        }

        using var host = await HostProcess.Start(settings);
        using var olga = Olga(host);
        await Hooks.Eventually(async () => await server.Count("INBOX") == (Threads * Letters, 0));
        await Check(host, olga, Sqlite);
    }

    private async Task PostsEachOnce(params string[] storage)
    {
        var settings = await Define(storage, "");
        var left = new ConcurrentQueue<Thread>(Enumerable.Range(0, Threads).Select(number => new Thread(number)));
        for (var kill = 0; kill < Kills; kill++)
        {
            using var killed = await HostProcess.Start(settings);
            var taken = 0;
            var most = chance.Next(5, 30);
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var sending = SendAll(
                killed,
                left,
                () =>
                {
                    if (Interlocked.Increment(ref taken) == most)
                    {
                        enough.SetResult();
                    }
                }
            );
            await Task.WhenAny(enough.Task, sending);
            await Task.Delay(chance.Next(0, 40));
            killed.Kill();
            await sending;
        }

        Assert.NotEmpty(left); // else it was killed while nothing happened
        using var host = await HostProcess.Start(settings);
        await SendAll(host, left, () => { });
        using var olga = Olga(host);
        await Check(host, olga, storage);
    }

    /// <summary>Sends the letters, those of a thread in their order, until all are taken or nobody answers any more.</summary>
    private static Task SendAll(HostProcess host, ConcurrentQueue<Thread> left, Action taken) =>
        Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async _ =>
                {
                    using var mx = host.As("mx");
                    mx.DefaultRequestHeaders.Add("X-CaseFlow-Roles", "automation");
                    while (left.TryDequeue(out var thread))
                    {
                        var isTaken = await IsTaken(mx, thread.Letter);
                        thread.Sent += isTaken ? 1 : 0;
                        if (thread.Sent < Letters)
                        {
                            left.Enqueue(thread);
                        }

                        if (!isTaken)
                        {
                            return;
                        }

                        taken();
                    }
                })
        );

    private static async Task<bool> IsTaken(HttpClient mx, string letter)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(letter));
        content.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        try
        {
            var answer = await mx.PostAsync("/api/mailboxes/desk/messages", content);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            return true;
        }
        catch (HttpRequestException)
        {
            return false; // it may have been taken or not; who sends e-mail tries again
        }
    }

    private async Task<string[]> Define(string[] settings, string more)
    {
        var definitions = folder.CreateSubdirectory("workflows").FullName;
        await File.WriteAllTextAsync(Path.Combine(definitions, "killed.process.yaml"), Process);
        await File.WriteAllTextAsync(Path.Combine(definitions, "desk.mailbox.yaml"), Mailbox + more);
        return [.. settings, $"--Processes:Folder={definitions}", "--Mail:Incoming:HoldFor=00:00:01"];
    }

    private static HttpClient Olga(HostProcess host)
    {
        var olga = host.As("olga");
        olga.DefaultRequestHeaders.Add("X-CaseFlow-Roles", "supervisor");
        return olga;
    }

    private static async Task Check(HostProcess host, HttpClient olga, params string[] storage)
    {
        await Hooks.Eventually(async () =>
            (await Items(olga, "/api/mailboxes")).Single().GetProperty("waiting").GetInt32() == 0
        );
        var states = (await Items(olga, "/api/mailboxes/desk/messages?limit=200")).CountBy(mail => mail.Text("state")!);
        Assert.Equal(
            [new("added", Threads * (Letters - 1)), new("opened", Threads)],
            states.OrderBy(state => state.Key, StringComparer.Ordinal)
        );

        var cases = await Items(olga, "/api/cases?limit=200");
        Assert.Equal(
            Enumerable.Range(0, Threads).Select(number => $"Thread {number:00}"),
            cases.Select(one => one.Text("title")!).Order(StringComparer.Ordinal)
        );
        foreach (var one in cases)
        {
            var activities = await Items(olga, $"/api/cases/{one.Text("id")}/activities");
            Assert.Equal(
                Enumerable.Range(0, Letters).Select(number => $"Letter {number} of {one.Text("title")}"),
                activities.Select(letter => letter.Text("text")!.Trim()).Order(StringComparer.Ordinal)
            );
        }

        Assert.Equal(Threads, (await Items(olga, "/api/customers?limit=200")).Length);
        host.Kill();
        var (exitCode, told) = await HostProcess.Verb(["verify", .. storage]);
        Assert.True(exitCode == 0, told);
    }

    private static async Task<JsonElement[]> Items(HttpClient client, string address) =>
        [.. (await client.GetAsync(address).Ok()).GetProperty("items").EnumerateArray()];

    /// <summary>Letters of which each but the first answers the first.</summary>
    private sealed class Thread(int number)
    {
        public int Sent { get; set; }

        public string Letter =>
            MailHost.Letter(
                $"{number}-{Sent}@killed",
                $"Jane <jane{number}@contoso{number}.example>",
                $"Thread {number:00}",
                $"Letter {Sent} of Thread {number:00}",
                Sent == 0 ? [] : [$"In-Reply-To: <{number}-0@killed>"]
            );
    }
}
