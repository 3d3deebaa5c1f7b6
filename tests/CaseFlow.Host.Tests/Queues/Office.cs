using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Queues;

/// <summary>A process with queues and the people who work in them, under names that no other test uses.</summary>
internal sealed class Office(RunningHost host, string name) : IDisposable
{
    private Guid? customer;

    public HttpClient Sue { get; } = host.As("sue", "supervisor,designer,admin");

    public string Process => name;

    public string Team => $"{name}-team";

    /// <param name="queues">Lines of YAML, such as <c>main: { assign: round-robin }</c>; <c>TEAM</c> stands for the team.</param>
    /// <param name="routing">Lines of YAML.</param>
    public static async Task<Office> Open(RunningHost host, string name, string[] queues, string[] routing)
    {
        var office = new Office(host, name);
        await office.Publish(queues, routing);
        await office.Sue.PostAsJsonAsync("/api/teams", new { key = office.Team, title = name }).Ok();
        return office;
    }

    public Task<JsonElement> Publish(string[] queues, string[] routing) =>
        Sue.PostAsJsonAsync(
                "/api/processes/publish",
                new
                {
                    source = $$"""
                    process: {{name}}
                    title: {{name}}
                    ticket: "{{name}}-{number}"
                    statuses:
                      active: { open: { initial: true } }
                      resolved: { done: }
                    transitions: any
                    queues:
                    {{string.Join(
                        '\n',
                        queues.Select(line => $"  {line.Replace("TEAM", $"team:{Team}", StringComparison.Ordinal)}")
                    )}}
                    routing:
                    {{string.Join('\n', routing.Select(line => $"  - {line}"))}}
                    """,
                }
            )
            .Ok();

    /// <summary>Adds somebody to the team who is there for work.</summary>
    public async Task<string> Person(
        string user,
        int? capacity = null,
        string presence = "available",
        string[]? skills = null
    )
    {
        var key = $"{name}-{user}";
        await Sue.PostAsJsonAsync(
                "/api/users",
                new
                {
                    key,
                    name = user,
                    capacity,
                    skills = skills ?? [],
                }
            )
            .Ok();
        await Presence(key, presence);
        await Join(key);
        return key;
    }

    public async Task Join(string key)
    {
        var joined = await Sue.PutAsync($"/api/teams/{Team}/members/{key}", null);
        Assert.True(joined.IsSuccessStatusCode, await joined.Content.ReadAsStringAsync());
    }

    public Task<JsonElement> Presence(string key, string presence) =>
        Sue.PutAsJsonAsync($"/api/users/{key}/presence", new { presence }).Ok();

    public async Task<JsonElement> Case(string title = "Printer on fire", string? priority = null)
    {
        customer ??= await host.Account(name);
        return await host.Case(
            title,
            new
            {
                process = name,
                customerId = customer,
                priority,
            }
        );
    }

    public Task<JsonElement> Read(string id) => Sue.GetAsync($"/api/cases/{id}").Ok();

    /// <summary>The queue as the list of queues shows it.</summary>
    public async Task<JsonElement> Queue(string key) =>
        (await Sue.GetAsync($"/api/queues?process={name}").Ok())
            .GetProperty("items")
            .EnumerateArray()
            .Single(queue => queue.Text("key") == key);

    /// <summary>The titles in a queue, in their order.</summary>
    public async Task<string[]> Titles(string queue, string query = "") =>
        [
            .. (await Sue.GetAsync($"/api/queues/{queue}/items?process={name}{query}").Ok())
                .GetProperty("items")
                .EnumerateArray()
                .Select(item => item.Text("title")!),
        ];

    /// <summary>Waits for the worker of the case, without turning the clock.</summary>
    public async Task<string> WorkerOf(string id)
    {
        for (var look = 0; look < 400; look++)
        {
            if ((await Read(id)).Text("worker") is { } worker)
            {
                return worker;
            }

            await Task.Delay(10);
        }

        throw new InvalidOperationException($"Nobody got case {id}.");
    }

    public async Task<string> WorkerOfAfter(string id, Func<Task> happens)
    {
        await happens();
        return await WorkerOf(id);
    }

    public void Dispose() => Sue.Dispose();
}
