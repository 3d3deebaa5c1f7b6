using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Processes;

/// <summary>Scenarios keep a publication back, and never a saved file; what fails there is shown until it is mended.</summary>
public sealed class ScenarioTests : IAsyncLifetime
{
    private const string Definition = """
        process: tiny
        title: Tiny
        statuses:
          active:
            new: { title: New, initial: true }
            open: { title: Open }
          resolved:
            done: { title: Done }
        transitions:
          - { from: new, to: open }
          - { from: open, to: done }
        """;

    private const string Passing = """
        - scenario: A new case can be opened
          steps:
            - status: open
          then: { status: open }

        - scenario: A new case starts as new
          then: { status: new }
        """;

    private readonly RunningHost host = new();

    private static string Failing =>
        Passing
            .Replace("then: { status: open }", "then: { status: done }", StringComparison.Ordinal)
            .Replace("then: { status: new }", "then: { status: open }", StringComparison.Ordinal);

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task What_passes_is_published()
    {
        var published = await Post("publish", new { source = Definition, scenarios = Passing }).Ok();

        Assert.Equal(1, published.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task What_fails_is_not_published_and_every_failure_is_told()
    {
        var problem = await Post("publish", new { source = Definition, scenarios = Failing })
            .Problem(HttpStatusCode.UnprocessableEntity, "scenarios-failed");

        Assert.Equal("The scenarios have 2 failures; nothing was changed.", problem.Text("detail"));
        Assert.Equal(
            [
                "tiny.scenarios.yaml(4,11) CF0209 scenario 'A new case can be opened', at its end: expected status to be 'done', but it is 'open'",
                "tiny.scenarios.yaml(7,11) CF0209 scenario 'A new case starts as new', at its end: expected status to be 'open', but it is 'new'",
            ],
            problem.GetProperty("errors").EnumerateArray().Select(Line)
        );
        Assert.Null(await Tiny());
    }

    [Fact]
    public async Task Scenarios_that_cannot_be_read_are_not_published()
    {
        var problem = await Post("publish", new { source = Definition, scenarios = "- scenario: Nothing\n" })
            .Problem(HttpStatusCode.UnprocessableEntity, "scenarios-failed");

        Assert.Equal("CF0207", Assert.Single(problem.GetProperty("errors").EnumerateArray()).Text("code"));
        Assert.Null(await Tiny());
    }

    [Fact]
    public async Task The_same_version_with_scenarios_that_fail_is_refused_too()
    {
        await Post("publish", new { source = Definition }).Ok();

        await Post("publish", new { source = Definition, scenarios = Failing })
            .Problem(HttpStatusCode.UnprocessableEntity, "scenarios-failed");
    }

    [Fact]
    public async Task Validation_and_impact_check_scenarios_that_come_along()
    {
        var validated = await Post("validate", new { source = Definition, scenarios = Failing }).Ok();

        Assert.False(validated.GetProperty("valid").GetBoolean());
        Assert.Equal(2, validated.GetProperty("errors").GetArrayLength());
        await Post("impact", new { source = Definition, scenarios = Failing })
            .Problem(HttpStatusCode.UnprocessableEntity, "scenarios-failed");
    }

    [Fact]
    public async Task A_saved_definition_is_live_though_its_scenarios_fail_and_mending_them_clears_what_is_shown()
    {
        Save("tiny.scenarios.yaml", Failing);
        Save("tiny.process.yaml", Definition);
        await host.Until(async () => await Scenarios() is "0 passed, 2 failed");

        var tiny = (await Tiny())!.Value;
        Assert.Equal(1, tiny.GetProperty("version").GetInt32());
        Assert.Equal(0, tiny.GetProperty("errors").GetArrayLength());
        Assert.Equal(
            "tiny.scenarios.yaml(4,11) CF0209 scenario 'A new case can be opened', at its end: expected status to be 'done', but it is 'open'",
            Line(tiny.GetProperty("scenarios").GetProperty("failures")[0])
        );
        var ready = await Ready();
        Assert.Equal("degraded", ready.Text("status"));
        var told = ready.Texts("problems").Where(line => line.StartsWith("tiny.", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, told.Count);
        Assert.StartsWith(
            "tiny.scenarios.yaml(4,11): error CF0209: scenario 'A new case can be opened'",
            told[0],
            StringComparison.Ordinal
        );

        Save("tiny.scenarios.yaml", Passing);
        await host.Until(async () => await Scenarios() is "2 passed, 0 failed");
        Assert.Equal("ok", (await Ready()).Text("status"));
    }

    [Fact]
    public async Task A_saved_definition_that_breaks_its_scenarios_shows_that()
    {
        Save("tiny.process.yaml", Definition);
        Save("tiny.scenarios.yaml", Passing);
        await host.Until(async () => await Scenarios() is "2 passed, 0 failed");

        Save(
            "tiny.process.yaml",
            Definition.Replace("to: open }", "to: open, roles: supervisor }", StringComparison.Ordinal)
        );
        await host.Until(async () => await Scenarios() is "1 passed, 1 failed");

        Assert.Equal(2, (await Tiny())!.Value.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task While_a_saved_definition_is_broken_its_scenarios_run_with_the_version_that_goes_on()
    {
        Save("tiny.process.yaml", Definition);
        Save("tiny.scenarios.yaml", Passing);
        await host.Until(async () => await Scenarios() is "2 passed, 0 failed");

        Save("tiny.process.yaml", Definition.Replace("to: open }", "to: opn }", StringComparison.Ordinal));
        Save("tiny.scenarios.yaml", Failing);
        await host.Until(async () => await Scenarios() is "0 passed, 2 failed");

        var tiny = (await Tiny())!.Value;
        Assert.Equal(1, tiny.GetProperty("version").GetInt32());
        Assert.NotEqual(0, tiny.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task Scenarios_that_cannot_be_read_or_are_removed_are_shown_as_such()
    {
        Save("tiny.process.yaml", Definition);
        Save("tiny.scenarios.yaml", "- scenario: Nothing\n");
        await host.Until(async () => await Scenarios() is "0 passed, 0 failed");
        Assert.Equal("degraded", (await Ready()).Text("status"));

        File.Delete(Path.Combine(host.Workflows, "tiny.scenarios.yaml"));
        await host.Until(async () => await Scenarios() is null);
        Assert.Equal("ok", (await Ready()).Text("status"));
    }

    [Fact]
    public async Task Scenarios_of_the_folder_say_nothing_about_a_version_published_past_it()
    {
        Save("tiny.process.yaml", Definition);
        Save("tiny.scenarios.yaml", Failing);
        await host.Until(async () => await Scenarios() is "0 passed, 2 failed");

        await Post("publish", new { source = Definition + "\n# hot fix\n", scenarios = Passing }).Ok();

        Assert.Null(await Scenarios());
        Assert.Equal("ok", (await Ready()).Text("status"));
    }

    [Fact]
    public async Task What_failed_before_a_restart_is_shown_after_it()
    {
        Save("tiny.process.yaml", Definition);
        Save("tiny.scenarios.yaml", Failing);
        await host.Until(async () => await Scenarios() is "0 passed, 2 failed");

        await host.Restart();

        Assert.Equal("0 passed, 2 failed", await Scenarios());
    }

    private static string Line(JsonElement error) =>
        $"{error.Text("file")}({error.GetProperty("line")},{error.GetProperty("column")}) {error.Text("code")} {error.Text("message")}";

    private void Save(string file, string text) => File.WriteAllText(Path.Combine(host.Workflows, file), text);

    private async Task<HttpResponseMessage> Post(string verb, object body)
    {
        using var dora = host.As("dora", "designer");
        return await dora.PostAsJsonAsync($"/api/processes/{verb}", body);
    }

    private async Task<JsonElement> Ready()
    {
        using var ann = host.As("ann");
        return await ann.GetAsync("/health/ready").Ok();
    }

    private async Task<JsonElement?> Tiny()
    {
        using var ann = host.As("ann");
        var items = (await ann.GetAsync("/api/processes").Ok()).GetProperty("items").EnumerateArray();
        return items.Where(one => one.Text("key") == "tiny").Select(one => (JsonElement?)one).FirstOrDefault();
    }

    /// <summary>How the scenarios of the process went; null where none did.</summary>
    private async Task<string?> Scenarios() =>
        await Tiny() is { } tiny && tiny.GetProperty("scenarios") is { ValueKind: JsonValueKind.Object } shown
            ? $"{shown.GetProperty("passed")} passed, {shown.GetProperty("failed")} failed"
            : null;
}
