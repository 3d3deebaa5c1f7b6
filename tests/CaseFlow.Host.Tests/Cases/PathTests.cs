using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>Where a case stands on its path.</summary>
public sealed class PathTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    [Trait("Feature", "Process bar with current stage, steps, what is missing")]
    public async Task The_path_shows_what_is_done_and_asks_only_for_what_applies()
    {
        using var ann = host.As("ann");
        var opened = await host.Case("Path", new { priority = "normal" });
        var address = $"/api/cases/{opened.Text("id")}";

        var first = await ann.GetAsync($"{address}/path").Ok();
        await ann.PostAsJsonAsync($"{address}/stage", new { to = "next" }).Ok();
        var second = await ann.GetAsync($"{address}/path").Ok();
        await ann.PatchAsJsonAsync(address, new { priority = "high", fields = new { impact = 3 } }).Ok();
        var third = await ann.GetAsync($"{address}/path").Ok();

        Assert.Equal(["identify current", "research ahead", "resolve ahead"], Places(first));
        Assert.Equal(
            ["customer! done", "contact", "find-case", "title! done", "entitlement"],
            Steps(first, "identify")
        );
        Assert.Equal(["identify done", "research current", "resolve ahead"], Places(second));
        Assert.Equal(["similar-cases", "phone-call"], Steps(second, "research"));
        Assert.Equal(["similar-cases", "phone-call", "impact! done"], Steps(third, "research"));
    }

    private static string[] Places(JsonElement path) =>
        [.. path.GetProperty("stages").EnumerateArray().Select(stage => $"{stage.Text("key")} {stage.Text("place")}")];

    private static string[] Steps(JsonElement path, string stage) =>
        [
            .. path.GetProperty("stages")
                .EnumerateArray()
                .Single(one => one.Text("key") == stage)
                .GetProperty("steps")
                .EnumerateArray()
                .Select(step =>
                    $"{step.Text("of") ?? step.Text("kind")}"
                    + (step.GetProperty("required").GetBoolean() ? "!" : "")
                    + (step.GetProperty("done").GetBoolean() ? " done" : "")
                ),
        ];
}
