using System.Net.Http.Json;
using System.Text.Json;
using CaseFlow.Host.Tests.Durability;

namespace CaseFlow.Host.Tests.Bulk;

/// <summary>
/// A host is killed in the middle of a bulk job. The next one goes on with it, each case is changed once, and <c>caseflow
/// verify</c> finds nothing.
/// </summary>
public sealed class BulkKillTests : IDisposable
{
    private const int Cases = 1_500;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("caseflow-bulk-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public Task On_sqlite_a_job_goes_on_and_no_case_is_changed_twice() =>
        GoesOn($"--Storage:ConnectionString=Data Source={Path.Combine(folder.FullName, "caseflow.db")}");

    [Fact]
    public async Task On_postgresql_a_job_goes_on_and_no_case_is_changed_twice()
    {
        Postgres.SkipWhereItIsNot();

        await GoesOn(
            "--Storage:Provider=PostgreSql",
            $"--Storage:ConnectionString={await TemporaryPostgres.NewDatabase()}"
        );
    }

    private static async Task GoesOn(params string[] storage)
    {
        var customer = await Open(storage);
        string job;
        using (var killed = await HostProcess.Start(storage))
        {
            using var ann = killed.As("ann");
            job = await Start(ann, customer);
            Assert.True(await Until(ann, job, one => Count(one, "changed") > 0) > 0, "It was killed amid the job.");
            killed.Kill();
        }

        using var host = await HostProcess.Start(storage);
        using var again = host.As("ann");
        Assert.Equal(0, await Until(again, job, one => one.Text("state") == "done"));

        var ended = await again.GetAsync($"/api/bulk/{job}").Ok();
        Assert.Equal((Cases, 0), (Count(ended, "changed"), Count(ended, "failed")));
        Assert.Equal(Cases, await CasesWithOneNote(again, customer));
        host.Kill();
        var (exitCode, told) = await HostProcess.Verb(["verify", .. storage]);
        Assert.True(exitCode == 0, told);
    }

    private static async Task<Guid> Open(string[] storage)
    {
        await using var host = new RunningHost { Storage = storage };
        await host.InitializeAsync();
        var customer = await host.Account("Plain", tier: null);
        await host.Open(customer, Cases, DateTimeOffset.UtcNow);
        return customer;
    }

    // A note that is added twice is there twice.
    private static async Task<string> Start(HttpClient client, Guid customer)
    {
        var command = new
        {
            name = "add-activity",
            kind = "note",
            text = "Once",
        };
        return (await client.PostAsJsonAsync("/api/bulk", new { filter = new { customer }, command }).Ok()).Text("id")!;
    }

    /// <summary>How many cases were left when it was so.</summary>
    private static async Task<int> Until(HttpClient client, string job, Func<JsonElement, bool> isSo)
    {
        for (var look = 0; look < 3_000; look++)
        {
            var shown = await client.GetAsync($"/api/bulk/{job}").Ok();
            if (isSo(shown))
            {
                return Count(shown, "waiting");
            }

            await Task.Delay(20);
        }

        Assert.Fail("The job did not get so far.");
        return 0;
    }

    private static int Count(JsonElement job, string outcome) => job.GetProperty(outcome).GetInt32();

    private static async Task<int> CasesWithOneNote(HttpClient client, Guid customer)
    {
        var found = 0;
        string? cursor = null;
        do
        {
            var page = await client.GetAsync($"/api/cases?customer={customer}&limit=200&cursor={cursor}").Ok();
            foreach (var one in page.GetProperty("items").EnumerateArray())
            {
                var activities = await client.GetAsync($"/api/cases/{one.Text("id")}/activities").Ok();
                found += activities.GetProperty("items").GetArrayLength() == 1 ? 1 : 0;
            }

            cursor = page.Text("next");
        } while (cursor is not null);

        return found;
    }
}
