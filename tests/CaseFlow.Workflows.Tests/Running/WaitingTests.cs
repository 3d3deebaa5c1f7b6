using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Running.State;
using static CaseFlow.Workflows.Tests.Running.Workflows;

namespace CaseFlow.Workflows.Tests.Running;

public class WaitingTests
{
    [Fact]
    public void An_answer_to_a_call_finds_everything_as_it_was()
    {
        var host = new MemoryHost { World = (_, request) => request with { Answer = "the case" } };
        host.Import(
            Sequence(
                Script("first", "setLost('set'); return 7;"),
                "{id: get, name: get, type: CaseFlow.GetCase, caseId: CS-1}",
                Write("getLost() + ' ' + getOutputFrom('first') + ' ' + getOutputFrom('get') + ' ' + getInput('x')")
            ),
            "it.workflow.yaml"
        );

        host.Start("it", new Dictionary<string, object?>(StringComparer.Ordinal) { ["x"] = "in" });

        Assert.Equal(["set 7 the case in"], host.Lines);
    }

    [Fact]
    public void A_wait_for_the_world_forgets_what_has_no_storage()
    {
        var host = new MemoryHost();
        host.Import(
            Sequence(
                Script("first", "setLost('set'); setKept(1); return 7;"),
                "{id: wait, type: Elsa.Delay, timeSpan: \"00:05:00\"}",
                Write("getLost() + ' ' + getKept() + ' ' + getOutputFrom('first') + ' ' + getInput('x')")
            ),
            "it.workflow.yaml"
        );
        var instance = host.Start("it", new Dictionary<string, object?>(StringComparer.Ordinal) { ["x"] = "in" });

        host.Resume(instance, Assert.Single(instance.State.Bookmarks));

        Assert.Equal(["default 1 null null"], host.Lines);
    }

    [Theory]
    [InlineData("{id: t, type: Elsa.Delay, timeSpan: \"00:05:00\"}", "2026-03-02T09:05:00Z")]
    [InlineData("{id: t, type: Elsa.Timer, interval: \"01:00:00\"}", "2026-03-02T10:00:00Z")]
    [InlineData("{id: t, type: Elsa.StartAt, dateTime: 2026-03-05T00:00:00Z}", "2026-03-05T00:00:00Z")]
    [InlineData("{id: t, type: Elsa.Cron, cronExpression: 0 30 9 * * *}", "2026-03-02T09:30:00Z")]
    public void A_timer_says_when_it_is_due(string activity, string due)
    {
        var host = new MemoryHost();
        host.Import(Sequence(activity), "it.workflow.yaml");

        var bookmark = Assert.Single(host.Start("it").State.Bookmarks);

        Assert.Equal(BookmarkKind.Timer, bookmark.Kind);
        Assert.Equal(DateTimeOffset.Parse(due, null), bookmark.DueAt);
    }

    [Fact]
    public void A_moment_that_has_passed_is_not_waited_for()
    {
        var host = new MemoryHost();
        host.Import(Sequence("{type: Elsa.StartAt, dateTime: 2020-01-01T00:00:00Z}"), "it.workflow.yaml");

        Assert.Equal("Finished/Finished", host.Start("it").Status);
    }

    [Fact]
    public void A_cron_expression_that_cannot_be_read_is_an_incident()
    {
        var host = new MemoryHost();
        host.Import(Sequence("{type: Elsa.Cron, cronExpression: never}"), "it.workflow.yaml");

        Assert.Contains(
            "'never' is no cron expression",
            Assert.Single(host.Start("it").State.Incidents).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_answer_that_comes_twice_changes_nothing()
    {
        var host = new MemoryHost();
        var definition = host.Import(Sequence(Event("Go"), Event("Stop")), "it.workflow.yaml");
        var instance = host.Start("it");
        var go = Assert.Single(instance.State.Bookmarks);
        host.Resume(instance, go);

        var again = host.Machine.Resume(
            definition,
            instance.State,
            new ResumeRequest { BookmarkId = go.Id, Now = host.Now }
        );

        Assert.Contains("does not wait", again.Ignored, StringComparison.Ordinal);
        Assert.Equal(instance.State.ToJson(), again.State.ToJson());
    }

    [Fact]
    public void The_same_request_gives_the_same_burst()
    {
        var host = new MemoryHost();
        var definition = host.Import(
            Sequence(Script("a", "setKept(newGuid()); return Math.random();"), Event("Go")),
            "it.workflow.yaml"
        );
        var request = new StartRequest { InstanceId = "one", Now = host.Now };

        Assert.Equal(
            host.Machine.Start(definition, request).State.ToJson(),
            host.Machine.Start(definition, request).State.ToJson()
        );
    }

    [Fact]
    public void What_comes_with_the_start_is_there_after_a_wait_where_it_is_declared_with_a_storage()
    {
        var host = new MemoryHost();
        host.Import(
            "inputs: [{name: a, type: String, storageDriverType: Workflow}, {name: b, type: String}]\n"
                + Sequence(Event("Go"), Write("getInput('a') + ' ' + getInput('b')")),
            "it.workflow.yaml"
        );
        var input = new Dictionary<string, object?>(StringComparer.Ordinal) { ["a"] = "kept", ["b"] = "lost" };
        var instance = host.Start("it", input);

        host.Publish("Go", null, to: instance);

        Assert.Equal(["kept null"], host.Lines);
    }
}
