using System.Net;
using System.Net.Http.Json;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Workflows;

/// <summary>Instances of workflows: they wait, go on, outlive a restart, and keep the version that they began with.</summary>
public sealed class InstanceTests(RunningHost host) : IClassFixture<RunningHost>, IDisposable
{
    private readonly Workshop workshop = new(host);

    public void Dispose() => workshop.Dispose();

    private static string Waiting(string id, string afterwards) =>
        $$$"""
            definitionId: {{{id}}}
            name: {{{id}}}
            toolVersion: "3.8.0.0"
            variables:
              - {id: v1, name: payload, typeName: Object, storageDriverTypeName: WorkflowInstanceStorageDriver}
            inputs:
              - {name: who, type: String, storageDriverType: WorkflowInstanceStorageDriver}
            root:
              id: seq
              type: Elsa.Sequence
              activities:
                - id: hello
                  type: Elsa.WriteLine
                  text: {typeName: String, expression: {type: JavaScript, value: "'hello ' + getWho()"}}
                - id: wait
                  type: Elsa.Event
                  eventName: {typeName: String, expression: {type: Literal, value: {{{id}}}-go}}
                  result: {typeName: Object, memoryReference: {id: v1}}
                - id: after
                  type: Elsa.WriteLine
                  text: {typeName: String, expression: {type: JavaScript, value: "'{{{afterwards}}} ' + getPayload().n"}}
            """;

    [Fact]
    public async Task An_instance_waits_for_its_event_and_goes_on_with_what_came_along()
    {
        await workshop.Publish(Waiting("waits", "went on with"));

        var started = await workshop.Run("waits", new { who = "ann" });

        Assert.Equal(("running", "suspended"), (started.Text("status"), started.Text("subStatus")));
        Assert.Equal("event", started.GetProperty("waits")[0].Text("for"));
        await workshop.Tell("waits-go", new { n = 7 });
        var ended = await workshop.Until(started.Text("id")!, "finished");
        Assert.Equal(["hello ann", "went on with 7"], Workshop.Lines(ended));
    }

    [Fact]
    public async Task An_instance_keeps_its_version_over_a_new_one_and_a_restart()
    {
        await workshop.Publish(Waiting("keeps", "the old way"));
        var old = await workshop.Run("keeps", new { who = "ann" });
        var published = await workshop.Publish(Waiting("keeps", "the new way"));
        Assert.Equal(
            (2, true),
            (published.GetProperty("version").GetInt32(), published.GetProperty("changed").GetBoolean())
        );
        var young = await workshop.Run("keeps", new { who = "bob" });

        await host.Restart();
        using var after = new Workshop(host);
        await after.Tell("keeps-go", new { n = 1 });

        Assert.Equal(["hello ann", "the old way 1"], Workshop.Lines(await after.Until(old.Text("id")!, "finished")));
        Assert.Equal(["hello bob", "the new way 1"], Workshop.Lines(await after.Until(young.Text("id")!, "finished")));
    }

    [Fact]
    public async Task An_event_that_comes_before_its_wait_is_kept_and_delivered()
    {
        await workshop.Publish(Waiting("early", "got"));
        await workshop.Tell("early-go", new { n = 3 });

        var started = await workshop.Run("early", new { who = "ann" });

        Assert.Equal(["hello ann", "got 3"], Workshop.Lines(await workshop.Until(started.Text("id")!, "finished")));
    }

    [Fact]
    public async Task An_event_that_nobody_came_for_is_forgotten_after_a_while()
    {
        await workshop.Publish(Waiting("late", "got"));
        await workshop.Tell("late-go", new { n = 3 });
        await host.OffFor(TimeSpan.FromMinutes(11));
        using var after = new Workshop(host);
        await host.Until(async () =>
        {
            await Task.Delay(20);
            return !await AnyEvent("late-go");
        });

        var started = await after.Run("late", new { who = "ann" });

        Assert.Equal("suspended", started.Text("subStatus"));
    }

    [Fact]
    public async Task An_event_about_something_is_heard_only_by_those_about_it()
    {
        await workshop.Publish(Waiting("about", "got"));
        var red = (await workshop.Run("about", new { who = "ann" }, "red")).Text("id")!;
        var blue = (await workshop.Run("about", new { who = "bob" }, "blue")).Text("id")!;

        await workshop.Tell("about-go", new { n = 1 }, "blue");
        await workshop.Until(blue, "finished");

        Assert.Equal("suspended", (await workshop.Instance(red)).GetProperty("instance").Text("subStatus"));
        await workshop.Tell("about-go", new { n = 2 });
        Assert.Equal(["hello ann", "got 2"], Workshop.Lines(await workshop.Until(red, "finished")));
    }

    [Fact]
    public async Task A_run_and_an_event_with_one_key_count_once()
    {
        await workshop.Publish(Waiting("once", "got"));
        using var keyed = host.As("dora", "designer");
        keyed.DefaultRequestHeaders.Add("Idempotency-Key", "one");

        var first = await keyed.PostAsJsonAsync("/api/workflows/once/run", new { input = new { who = "ann" } }).Ok();
        var second = await keyed.PostAsJsonAsync("/api/workflows/once/run", new { input = new { who = "ann" } }).Ok();

        Assert.Equal(first.Text("id"), second.Text("id"));
        Assert.Single(await workshop.Instances("once"));
        var told = await keyed.PostAsJsonAsync("/api/events", new { name = "once-go", payload = new { n = 1 } }).Ok();
        var again = await keyed.PostAsJsonAsync("/api/events", new { name = "once-go", payload = new { n = 1 } }).Ok();
        Assert.Equal(told.Text("id"), again.Text("id"));
        await workshop.Until(first.Text("id")!, "finished");
    }

    [Fact]
    public async Task A_broken_workflow_is_refused_with_its_places_and_changes_nothing()
    {
        var broken = new StringContent(
            "definitionId: broken\nroot: {id: a, type: Elsa.Nothing}\n",
            null,
            "application/yaml"
        );

        var problem = await workshop
            .Dora.PostAsync("/api/workflows/publish", broken)
            .Problem(HttpStatusCode.UnprocessableEntity, "definition-broken");

        Assert.Equal("WF0006", problem.GetProperty("errors")[0].Text("code"));
        await workshop.Dora.GetAsync("/api/workflows/broken").Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_file_in_the_folder_is_published_and_a_broken_one_shows_its_problems()
    {
        var file = Path.Combine(host.Workflows, "saved.workflow.yaml");
        await File.WriteAllTextAsync(file, Waiting("saved", "got"));
        await host.Until(async () => (await workshop.Dora.GetAsync("/api/workflows/saved")).IsSuccessStatusCode);

        await File.WriteAllTextAsync(file, "definitionId: saved\nroot: {id: a, type: Elsa.Nothing}\n");
        await host.Until(async () => (await Health()).Contains("WF0006", StringComparison.Ordinal));

        var listed = (await workshop.Dora.GetAsync("/api/workflows").Ok())
            .GetProperty("items")
            .EnumerateArray()
            .Single(one => one.Text("id") == "saved");
        Assert.Equal((1, 1), (listed.GetProperty("version").GetInt32(), listed.GetProperty("errors").GetArrayLength()));
        File.Delete(file);
        await host.Until(async () => !(await Health()).Contains("WF0006", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_instance_can_be_cancelled_and_does_not_go_on()
    {
        await workshop.Publish(Waiting("cancels", "got"));
        var id = (await workshop.Run("cancels", new { who = "ann" })).Text("id")!;

        await host.As("ann")
            .PostAsync($"/api/workflows/instances/{id}/cancel", null)
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        var cancelled = await workshop.Dora.PostAsync($"/api/workflows/instances/{id}/cancel", null).Ok();

        Assert.Equal("cancelled", cancelled.Text("subStatus"));
        await workshop
            .Dora.PostAsync($"/api/workflows/instances/{id}/cancel", null)
            .Problem(HttpStatusCode.Conflict, "instance-ended");
        Assert.Empty(await workshop.Instances("cancels"));
    }

    private async Task<string> Health() => await host.Anonymous().GetStringAsync("/health/ready");

    private async Task<bool> AnyEvent(string name)
    {
        var databases = host.Services.GetRequiredService<IDbContextFactory<CaseFlowDb>>();
        await using var db = await databases.CreateDbContextAsync();
        return await db.WorkflowEvents.AnyAsync(row => row.Name == name);
    }
}
