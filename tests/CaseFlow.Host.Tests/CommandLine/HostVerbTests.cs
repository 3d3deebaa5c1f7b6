using System.Globalization;
using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.CommandLine;

/// <summary>The verbs that talk to a running host, and the one that looks at its store.</summary>
public sealed class HostVerbTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private System.Diagnostics.Process host = null!;
    private string url = "";

    private string Store => $"--Storage:ConnectionString=Data Source={folder.PathTo("caseflow.db")}";

    /// <summary>The program itself serves, on a free port that it tells.</summary>
    public async ValueTask InitializeAsync()
    {
        folder.Write("workflows/repair/repair.process.yaml", Repair.Definition);
        host = CaseFlowProgram.Start(
            ["serve", "--json", "--urls=http://127.0.0.1:0", Store, $"--Processes:Folder={folder.PathTo("workflows")}"],
            folder.Path
        );
        _ = host.StandardError.ReadToEndAsync();
        while (!url.StartsWith("http", StringComparison.Ordinal))
        {
            var line = await host.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("It ended.");
            url = line.Trim(' ', '"', ',');
        }
    }

    public async ValueTask DisposeAsync()
    {
        host.Kill(entireProcessTree: true);
        await host.WaitForExitAsync();
        host.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task What_is_published_can_be_exported_byte_for_byte()
    {
        var changed = folder.Write(
            "new/repair.process.yaml",
            Repair.Definition.Replace("title: Working", "title: At work", StringComparison.Ordinal)
        );

        var first = await CaseFlowProgram.Run("publish", changed, "--url", url);
        var again = await CaseFlowProgram.Run("publish", changed, "--url", url);
        var export = await CaseFlowProgram.Run("export", "--out", folder.PathTo("out"), "--url", url);

        Assert.Equal((0, "repair: version 2 is published.\n"), (first.Exit, first.Output + first.Errors));
        Assert.Equal((0, "repair: version 2 is published already, nothing has changed.\n"), (again.Exit, again.Output));
        Assert.Equal(0, export.Exit);
        Assert.Equal(
            await File.ReadAllTextAsync(changed, TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(
                folder.PathTo("out/repair/repair.process.yaml"),
                TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public async Task A_broken_definition_is_not_published_and_its_problems_are_told()
    {
        var broken = folder.Write(
            "new/repair.process.yaml",
            Repair.Definition.Replace("to: done", "to: dome", StringComparison.Ordinal)
        );

        var ended = await CaseFlowProgram.Run("publish", broken, "--url", url);

        Assert.Equal(1, ended.Exit);
        Assert.Equal(
            $"{broken}(11,26): error CF0012: transition to unknown status 'dome'; did you mean 'done'?\n"
                + "1 definition not published.\n",
            ended.Output + ended.Errors
        );
    }

    [Fact]
    public async Task Scenarios_beside_a_definition_go_along_and_keep_it_back_where_they_fail()
    {
        var changed = folder.Write(
            "new/repair.process.yaml",
            Repair.Definition.Replace("title: Working", "title: At work", StringComparison.Ordinal)
        );
        var scenarios = folder.Write(
            "new/repair.scenarios.yaml",
            Repair.Scenarios.Replace("then: { status: working }", "then: { status: done }", StringComparison.Ordinal)
        );

        var refused = await CaseFlowProgram.Run("publish", changed, "--url", url);
        folder.Write("new/repair.scenarios.yaml", Repair.Scenarios);
        var accepted = await CaseFlowProgram.Run("publish", changed, "--url", url);

        Assert.Equal(1, refused.Exit);
        Assert.Equal(
            $"{scenarios}(4,11): error CF0209: scenario 'Work begins', at its end: "
                + "expected status to be 'done', but it is 'working'\n1 definition not published.\n",
            refused.Output + refused.Errors
        );
        Assert.Equal((0, "repair: version 2 is published.\n"), (accepted.Exit, accepted.Output));
    }

    [Fact]
    public async Task A_change_is_told_in_words_and_asked_about_before_it_is_published()
    {
        var old = folder.Write("old/repair.process.yaml", Repair.Definition);
        var changed = folder.Write(
            "new/repair.process.yaml",
            Repair
                .Definition.Replace("title: Working", "title: At work", StringComparison.Ordinal)
                .Replace("to: working }", "to: [working, done] }", StringComparison.Ordinal)
        );
        await OpenCase();

        var diff = await CaseFlowProgram.Run("diff", old, changed);
        var impact = await CaseFlowProgram.Run("impact", changed, "--url", url);
        var backtest = await CaseFlowProgram.Run("backtest", changed, "--last", "10", "--url", url);

        Assert.Equal(
            (
                0,
                $"statuses\n  Status 'Working' is renamed to 'At work'.  {changed}(6,5)\n"
                    + $"transitions\n  A case can go from 'New' to 'Done' now.  {changed}(10,7)\n"
            ),
            (diff.Exit, diff.Output + diff.Errors)
        );
        Assert.Equal(
            (
                0,
                "1 open case will follow, 0 are brought over by the mapping, 0 stay behind.\n"
                    + "0 of 1 open case looked at one by one.\n"
            ),
            (impact.Exit, impact.Output + impact.Errors)
        );
        Assert.Equal((0, "1 case, 0 times routed by the rules.\n"), (backtest.Exit, backtest.Output + backtest.Errors));
    }

    [Fact]
    public async Task Cases_that_would_stay_behind_are_a_no_and_say_what_wants_a_mapping()
    {
        var changed = folder.Write(
            "new/repair.process.yaml",
            Repair.Definition.Replace("new", "fresh", StringComparison.Ordinal)
        );
        await OpenCase();

        var impact = await CaseFlowProgram.Run("impact", changed, "--url", url);
        var missing = await CaseFlowProgram.Run("diff", changed, "nowhere.process.yaml");

        Assert.Equal(1, impact.Exit);
        Assert.Contains("  status 'new' needs a mapping: 1 case\n", impact.Output, StringComparison.Ordinal);
        Assert.Equal((2, "There is no file 'nowhere.process.yaml'.\n"), (missing.Exit, missing.Errors));
    }

    private async Task OpenCase()
    {
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        client.DefaultRequestHeaders.Add("X-CaseFlow-User", "ann");
        client.DefaultRequestHeaders.Add("X-CaseFlow-Roles", "agent");
        var customer = await client.PostAsJsonAsync("/api/customers", new { kind = "account", name = "Contoso" }).Ok();
        await client
            .PostAsJsonAsync(
                "/api/cases",
                new
                {
                    process = "repair",
                    title = "Broken",
                    customerId = customer.Text("id"),
                }
            )
            .Ok();
    }

    [Fact]
    public async Task Without_a_host_the_answer_is_no_and_says_how_to_start_one()
    {
        var ended = await CaseFlowProgram.Run("export", "--url", "http://127.0.0.1:1");

        Assert.Equal(1, ended.Exit);
        Assert.Equal(
            "No host answers at http://127.0.0.1:1/. 'caseflow serve' starts one; --url names another.\n",
            ended.Errors
        );
    }

    [Fact]
    public async Task The_store_is_verified_while_the_host_runs()
    {
        var ended = await CaseFlowProgram.Run("verify", "--json", Store);

        Assert.Equal((0, ""), (ended.Exit, ended.Errors));
        Assert.Equal(
            "0 0 0",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{ended.Json.GetProperty("cases")} {ended.Json.GetProperty("events")} {ended.Json.GetProperty("discrepancies")}"
            )
        );
    }
}
