using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Benchmarks;

/// <summary>The four queries, asked of the host over HTTP on one connection.</summary>
internal sealed class HostQueries : IDisposable
{
    private const string Ann = "X-CaseFlow-User: ann\r\nX-CaseFlow-Roles: supervisor\r\n";

    private readonly HttpConnection connection;
    private readonly ImmutableArray<CaseId> cases;
    private readonly string view;

    private HostQueries(HttpConnection connection, ImmutableArray<CaseId> cases, string view)
    {
        this.connection = connection;
        this.cases = cases;
        this.view = view;
    }

    public static async Task<HostQueries> Connect(BenchmarkHost host, ImmutableArray<CaseId> cases) =>
        new(await HttpConnection.Open(host.Address), cases, await SaveView(host));

    public Task QueuePage(int number) => Ask($"/api/queues/{Desk.QueueOf(number)}/items");

    public Task CustomerLookup(int number) => Ask($"/api/customers?q={DeskSeed.BeginningOf(number)}&limit=10");

    public Task Similar(int number) => Ask($"/api/cases/{CaseAt(cases, number).Value}/similar");

    public Task SavedView(int number) => Ask($"/api/views/{view}/cases?limit={50 - (number % 2)}");

    /// <summary>The same by <see cref="BareQueries"/>.</summary>
    public Task Bare(string query, int number) => Ask(BareEndpoint.Address(query, number));

    /// <summary>A case from anywhere among them.</summary>
    public static CaseId CaseAt(ImmutableArray<CaseId> cases, int number) =>
        cases[(int)(number * 7_919L % cases.Length)];

    public void Dispose() => connection.Dispose();

    private Task Ask(string path) => connection.Ask(HttpConnection.Get(path, Ann));

    private static async Task<string> SaveView(BenchmarkHost host)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://{host.Address}") };
        client.DefaultRequestHeaders.Add("X-CaseFlow-User", "ann");
        client.DefaultRequestHeaders.Add("X-CaseFlow-Roles", "supervisor");
        var urgent = new
        {
            name = "Urgent",
            filter = new { state = "active", priority = "high" },
            sort = "-modified",
        };
        using var answer = await client.PostAsJsonAsync("/api/views", urgent);
        answer.EnsureSuccessStatusCode();
        var made = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return made!["key"]!.ToString();
    }
}
