using CaseFlow.Host.Tests.Durability;

namespace CaseFlow.Host.Tests.Sla;

/// <summary>
/// Cases whose clocks are long overdue are left to a host that is killed while it rings them, again and again. In the end
/// each clock has warned and failed once, and <c>caseflow verify</c> finds nothing.
/// </summary>
public sealed class BellKillTests : IDisposable
{
    private const int Cases = 1_500;
    private const int Kills = 4;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("caseflow-bell-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public Task On_sqlite_no_ring_is_lost_and_none_counts_twice() =>
        RingsEachOnce($"--Storage:ConnectionString=Data Source={Path.Combine(folder.FullName, "caseflow.db")}");

    [Fact]
    public async Task On_postgresql_no_ring_is_lost_and_none_counts_twice()
    {
        Postgres.SkipWhereItIsNot();

        await RingsEachOnce(
            "--Storage:Provider=PostgreSql",
            $"--Storage:ConnectionString={await TemporaryPostgres.NewDatabase()}"
        );
    }

    private static async Task RingsEachOnce(params string[] storage)
    {
        var ids = await OpenInThePast(storage);
        string[] settings = [.. storage, "--Sla:HoldFor=00:00:01", "--Sla:Together=8"];
        var chance = new Random(20261124);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var killed = await HostProcess.Start(settings);
            await Task.Delay(chance.Next(0, 250));
            killed.Kill();
        }

        using var host = await HostProcess.Start(settings);
        using var ann = host.As("ann");
        foreach (var id in ids)
        {
            await UntilFailed(ann, id);
            var events = await Events(ann, id);
            Assert.Equal(2, events.Count(happened => happened == "clock-failed"));
            Assert.Equal(2, events.Count(happened => happened == "clock-warned"));
        }

        host.Kill();
        var (exitCode, told) = await HostProcess.Verb(["verify", .. storage]);
        Assert.True(exitCode == 0, told);
    }

    /// <summary>Cases of a day that is over, on which nobody worked.</summary>
    private static async Task<string[]> OpenInThePast(string[] storage)
    {
        await using var past = new RunningHost { Storage = storage };
        await past.InitializeAsync();
        var customer = await past.Account("Plain", tier: null);
        var opened = new List<string>();
        foreach (var some in Enumerable.Range(0, Cases).Chunk(50))
        {
            var cases = await Task.WhenAll(some.Select(_ => past.Case(with: new { customerId = customer })));
            opened.AddRange(cases.Select(one => one.Text("id")!));
        }

        return [.. opened];
    }

    private static async Task UntilFailed(HttpClient client, string id)
    {
        for (var look = 0; look < 200; look++)
        {
            var clocks = (await client.GetAsync($"/api/cases/{id}/sla").Ok()).GetProperty("items").EnumerateArray();
            if (clocks.All(clock => clock.Text("state") == "failed"))
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"The clocks of case {id} never failed.");
    }

    private static async Task<string[]> Events(HttpClient client, string id) =>
        [
            .. (await client.GetAsync($"/api/cases/{id}/timeline?limit=200").Ok())
                .GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("event").Text("type")!),
        ];
}
