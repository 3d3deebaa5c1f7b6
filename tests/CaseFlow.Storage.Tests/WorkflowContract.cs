using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage.Tests;

/// <summary>What the storage of workflows promises, whichever database keeps them.</summary>
public abstract class WorkflowContract(StorageProvider provider) : StorageTest(provider), IWorkflowLibrary
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    private const string Yaml = """
        definitionId: flow
        root:
          id: seq
          type: Elsa.Sequence
          activities:
            - { id: hello, type: Elsa.WriteLine, text: hello }
            - { id: wait, type: Elsa.Event, eventName: go }
            - id: look
              type: CaseFlow.GetCase
              caseId: CAS-1
            - { id: sleep, type: Elsa.Delay, timeSpan: { typeName: TimeSpan, expression: { type: Literal, value: "01:00:00" } } }
        """;

    private static readonly WorkflowDefinition definition = Read(Yaml);

    private WorkflowMachine Machine => new(this, new ExpressionEvaluator(new ScriptLimits()));

    public WorkflowDefinition? Find(string? versionId, string? definitionId, string? activityType) => null;

    [Fact]
    public async Task An_instance_is_read_as_it_was_written()
    {
        var begun = await Begin("i1", "about");

        var read = (await Store.Workflows.Load("i1"))!;

        Assert.Equal((1, "about"), (read.Version, read.State.CorrelationId));
        Assert.Equal(begun.State.ToJson(), read.State.ToJson());
        await using var db = Store.Context();
        Assert.Equal("hello", (await db.WorkflowLines.SingleAsync(Cancellation)).Text);
        var wait = await db.WorkflowBookmarks.SingleAsync(Cancellation);
        Assert.Equal(("Event", "go", "about", null), (wait.Kind, wait.Name, wait.CorrelationId, wait.RingAt));
    }

    [Fact]
    public async Task It_begins_once()
    {
        await Begin("i1");

        Assert.False(await Store.Workflows.Append(First("i1")));
        await using var db = Store.Context();
        Assert.Equal(
            (1, 1),
            (await db.WorkflowInstances.CountAsync(Cancellation), await db.WorkflowLines.CountAsync(Cancellation))
        );
    }

    [Fact]
    public async Task Of_two_that_go_on_with_the_same_one_does()
    {
        var begun = await Begin("i1");

        var appended = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.Workflows.Append(Next(begun, null)), Cancellation))
        );

        Assert.Single(appended, one => one);
        Assert.Equal(2, (await Store.Workflows.Load("i1"))!.Version);
    }

    [Fact]
    public async Task An_event_is_taken_up_once_and_with_what_came_of_it_or_not_at_all()
    {
        await Store.Workflows.Receive(Event("e1"));
        await Store.Workflows.Receive(Event("e1"));
        var (first, second) = (await Begin("i1"), await Begin("i2"));

        var appended = await Task.WhenAll(
            Store.Workflows.Append(Next(first, "e1")),
            Store.Workflows.Append(Next(second, "e1"))
        );

        Assert.Single(appended, one => one);
        var versions = new[]
        {
            (await Store.Workflows.Load("i1"))!.Version,
            (await Store.Workflows.Load("i2"))!.Version,
        };
        Assert.Equal([1, 2], versions.Order());
        await using var db = Store.Context();
        Assert.Empty(await db.WorkflowEvents.ToListAsync(Cancellation));
        Assert.Single(await db.WorkflowEffects.ToListAsync(Cancellation));
        Assert.Single(await db.WorkflowBookmarks.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task One_refused_burst_fails_none_of_its_neighbours()
    {
        var begun = new List<StoredWorkflow>();
        for (var number = 0; number < 20; number++)
        {
            begun.Add(await Begin($"i{number}"));
        }

        await Store.Workflows.Append(Next(begun[7], null));

        var appended = await Task.WhenAll(begun.Select(one => Store.Workflows.Append(Next(one, null))));

        Assert.Equal(19, appended.Count(one => one));
        Assert.False(appended[7]);
    }

    [Fact]
    public async Task An_effect_is_kept_until_its_answer_is_and_nobody_else_gets_it_for_a_while()
    {
        var waiting = await Begin("i1");
        Assert.True(await Store.Workflows.Append(Next(waiting, null)));
        var asking = (await Store.Workflows.Load("i1"))!;

        Assert.Empty(await Store.DueWorkflows.Effects(Start.Add(Hold).AddTicks(-1), Hold, 10));
        var effect = Assert.Single(await Store.DueWorkflows.Effects(Start.Add(Hold), Hold, 10));
        Assert.Equal("CAS-1", Assert.IsType<WorkflowEffect.CaseWork>(effect.Read()).CaseId);
        Assert.Empty(await Store.DueWorkflows.Effects(Start.Add(Hold), Hold, 10));

        var answered = Machine.Resume(
            definition,
            asking.State,
            new ResumeRequest { BookmarkId = effect.Id, Now = Start }
        );
        Assert.True(
            await Store.Workflows.Append(
                new WorkflowAppend(asking, answered, Start, Start.Add(Hold)) { Effect = effect.Id }
            )
        );

        await using var db = Store.Context();
        Assert.Empty(await db.WorkflowEffects.ToListAsync(Cancellation));
        Assert.Empty(await Store.DueWorkflows.Bookmarks(Start.AddHours(1).AddTicks(-1), Hold, 10));
        Assert.Equal("Timer", Assert.Single(await Store.DueWorkflows.Bookmarks(Start.AddHours(1), Hold, 10)).Kind);
    }

    [Fact]
    public async Task Only_one_of_a_correlation_runs_where_it_is_said_so()
    {
        Assert.True(
            await Store.Workflows.Append(First("i1", "a") with { Activation = ActivationStrategy.CorrelatedSingleton })
        );
        Assert.False(
            await Store.Workflows.Append(First("i2", "a") with { Activation = ActivationStrategy.CorrelatedSingleton })
        );
        Assert.True(
            await Store.Workflows.Append(First("i3", "b") with { Activation = ActivationStrategy.CorrelatedSingleton })
        );
        Assert.False(await Store.Workflows.Append(First("i4", "c") with { Activation = ActivationStrategy.Singleton }));
    }

    [Theory]
    [InlineData(ActivationStrategy.Singleton)]
    [InlineData(ActivationStrategy.CorrelatedSingleton)]
    [InlineData(ActivationStrategy.Correlation)]
    public async Task Of_many_that_begin_at_once_on_two_hosts_one_runs_where_it_is_said_so(
        ActivationStrategy activation
    )
    {
        const int Rounds = 20;
        const int OnEach = 4;
        await using var other = await TestStore.Open(Database);
        for (var round = 0; round < Rounds; round++)
        {
            var (about, one) = ($"about{round}", Read(Yaml.Replace("flow", $"flow{round}", StringComparison.Ordinal)));
            var begun = await Task.WhenAll(
                Enumerable
                    .Range(0, 2 * OnEach)
                    .Select(number =>
                        Task.Run(
                            () =>
                                (number % 2 == 0 ? Store : other).Workflows.Append(
                                    First($"{about}-{number}", about, one) with
                                    {
                                        Activation = activation,
                                    }
                                ),
                            Cancellation
                        )
                    )
            );

            Assert.Single(begun, isBegun => isBegun);
        }
    }

    [Fact]
    public async Task What_one_waits_for_is_found_by_its_name_and_what_it_is_about()
    {
        await Begin("i1", "a");
        await Begin("i2", "b");

        Assert.Equal(2, (await Store.Waits.ForEvent("go", null, null)).Count);
        Assert.Equal("i2", Assert.Single(await Store.Waits.ForEvent("go", "b", null)).Instance);
        Assert.Equal("i1", Assert.Single(await Store.Waits.ForEvent("go", null, "i1")).Instance);
        Assert.Empty(await Store.Waits.ForEvent("Go", null, null));
    }

    [Fact]
    public async Task Who_follows_cases_reads_on_from_the_first_append_of_a_type_that_he_follows()
    {
        var opened = await Append(null, TestCases.Open(1, title: "status-moved"));
        var moved = await Append(opened, TestCases.Move("busy"), TestCases.Queue("dispatch"));
        await Append(moved, TestCases.Resolve("Water"));
        var places = (await Store.Outbox.After(0, 10, Cancellation)).Select(append => append.Place).ToList();

        Assert.Equal((places[2], places[1]), await FirstOf(0, "status-moved", "resolved"));
        Assert.Equal((places[2], places[1]), await FirstOf(places[0], "queued"));
        Assert.Equal((places[2], places[2]), await FirstOf(places[1], "status-moved", "resolved"));
        Assert.Equal((places[2], null), await FirstOf(0, "workflow-requested"));
        Assert.Equal((places[2], places[1]), await Store.Workflows.FirstOfInterest(places[0], null, Cancellation));
        Assert.Null(await FirstOf(places[2], "resolved"));

        // An append of a version that did not write the types has to be looked at.
        await Store.Sql("UPDATE outbox SET types = NULL WHERE position > 3");
        Assert.Equal((places[2], places[2]), await FirstOf(0, "workflow-requested"));

        Task<(long Last, long? First)?> FirstOf(long after, params string[] types) =>
            Store.Workflows.FirstOfInterest(after, types, Cancellation);
    }

    private static WorkflowEventRow Event(string id) =>
        new()
        {
            Id = id,
            Name = "go",
            Payload = "null",
            At = Start,
            KeepUntil = Start.AddMinutes(10),
            RingAt = Start.AddMinutes(1),
        };

    private static WorkflowDefinition Read(string yaml) =>
        Assert.IsType<WorkflowReadResult.Ready>(WorkflowReader.Read(yaml, "flow.workflow.yaml")).Definition;

    [Theory]
    [InlineData(null, null)]
    [InlineData("DELETE FROM workflow_versions", "the version hash that it runs by is missing")]
    [InlineData("UPDATE workflow_instances SET status = 'Finished'", "its status or correlation id is another")]
    [InlineData("DELETE FROM workflow_bookmarks", "nothing wakes it at")]
    [InlineData("UPDATE workflow_bookmarks SET due = 1", "is due or found otherwise than by its state")]
    [InlineData("UPDATE workflow_bookmarks SET correlation_id = NULL", "is due or found otherwise than by its state")]
    [InlineData("DELETE FROM workflow_instances", "is to be woken at")]
    public async Task Verification_compares_what_wakes_an_instance_with_its_state(string? tampering, string? expected)
    {
        await using (var db = Store.Context())
        {
            db.Add(
                new WorkflowVersionRow
                {
                    Definition = "flow",
                    Number = 1,
                    Hash = "hash",
                    File = "flow.workflow.yaml",
                    Source = [],
                    PublishedAt = Start,
                    PublishedBy = "dora",
                }
            );
            await db.SaveChangesAsync(Cancellation);
        }

        await Begin("i1", "about");
        if (tampering is not null)
        {
            await Store.Sql(tampering);
        }

        var found = await Store.Verify();

        if (expected is null)
        {
            Assert.Empty(found);
        }
        else
        {
            Assert.Contains(expected, Assert.Single(found), StringComparison.Ordinal);
        }
    }

    private async Task<StoredWorkflow> Begin(string id, string? about = null)
    {
        var first = First(id, about);
        Assert.True(await Store.Workflows.Append(first));
        return first.After;
    }

    private WorkflowAppend First(string id, string? about = null, WorkflowDefinition? of = null) =>
        new(
            null,
            Machine.Start(
                of ?? definition,
                new StartRequest
                {
                    InstanceId = id,
                    Now = Start,
                    CorrelationId = about,
                }
            ),
            Start,
            Start.Add(Hold)
        )
        {
            Hash = "hash",
        };

    private WorkflowAppend Next(StoredWorkflow before, string? taken)
    {
        var bookmark = before.State.Bookmarks.Single().Id;
        var burst = Machine.Resume(definition, before.State, new ResumeRequest { BookmarkId = bookmark, Now = Start });
        return new(before, burst, Start, Start.Add(Hold)) { Event = taken };
    }
}

public sealed class WorkflowsOnSqlite() : WorkflowContract(StorageProvider.Sqlite);

public sealed class WorkflowsOnPostgreSql() : WorkflowContract(StorageProvider.PostgreSql);
