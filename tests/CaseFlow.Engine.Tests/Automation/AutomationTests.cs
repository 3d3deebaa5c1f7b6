using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Tests.Cases;
using static CaseFlow.Engine.Tests.Automation.AutomationSpec;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Automation;

/// <summary>What the rules of a process do when something happens to a case.</summary>
public sealed class AutomationTests
{
    [Fact]
    public void A_rule_fires_when_its_event_comes_and_all_its_conditions_hold()
    {
        var spec = Desk(
            """
            - rule: Urgent
              on: case.edited('impact' in fields)
              when: [case.fields.impact > 3, customer.tier == 'gold']
              do: [{ set: { priority: high } }, { queue: outage }, { assign: team:ops }]
            """
        );

        var urgent = spec.Do(Edit(("impact", Number(4))));

        Assert.Equal(("high", "outage", "ops"), (urgent.Priority, urgent.Case.Queue, urgent.Case.Team));
        Assert.Equal(["Edited", "AutomationFired", "Edited", "Queued", "Assigned", "ClockMet"], urgent.Names);
        Assert.Equal(["Edited"], spec.Do(Edit(("impact", Number(3)))).Names);
        Assert.Equal(["Edited"], spec.Do(Edit(("colour", Text("red")))).Names);
        Assert.Equal(
            ["Edited"],
            spec.KnowingOf(new CaseFacts { Customer = Contoso with { Tier = null } })
                .Do(Edit(("impact", Number(4))))
                .Names
        );
    }

    [Fact]
    public void What_a_rule_does_says_which_rule_it_was_and_what_it_was_on()
    {
        var fired = Desk("- { rule: Urgent, on: case.edited, do: [{ queue: outage }, { queue: outage }] }")
            .Do(Edit(("impact", Number(4))));

        var told = Assert.Single(fired.Fired);
        Assert.All(fired.Events.Skip(1), happened => Assert.Equal("automation:Urgent", happened.By));
        Assert.Equal(("Urgent", 3, fired.Process.Hash), (told.Rule, told.On, told.Definition));
        Assert.Equal(
            [("queue: outage", 1), ("queue: outage", 0)],
            told.Actions.Select(one => (one.Action, one.Events))
        );
    }

    [Fact]
    public void An_action_that_is_refused_is_told_of_and_neither_the_command_nor_the_next_action_fails()
    {
        var fired = Desk(
                "- { rule: Hasty, on: case.edited, do: [{ status: done }, { status: asleep }, { notify: owner }, { queue: outage }] }"
            )
            .Do(Edit(("impact", Number(4))));

        Assert.Equal(("open", "outage"), (fired.Case.Status, fired.Case.Queue));
        Assert.Equal(
            ["resolve-blocked", "transition-not-allowed", "nobody-to-notify", null],
            Assert.Single(fired.Fired).Actions.Select(one => one.Code)
        );
        Assert.Equal(["Edited", "AutomationFired", "Queued"], fired.Names);
    }

    [Fact]
    public void Rules_are_looked_at_in_their_order_and_each_sees_what_those_before_it_did()
    {
        var fired = Desk(
                """
                - { rule: First, on: case.edited('impact' in fields), do: [{ queue: front }] }
                - { rule: Second, on: case.edited('impact' in fields), when: case.queue == 'front', do: [{ queue: outage }] }
                - { rule: Third, on: case.edited('impact' in fields), when: case.queue == 'front', do: [{ note: Never }] }
                """
            )
            .Do(Edit(("impact", Number(1))));

        Assert.Equal(["First", "Second"], fired.Fired.Select(one => one.Rule));
        Assert.Equal("outage", fired.Case.Queue);
    }

    [Fact]
    public void What_a_rule_does_makes_later_rules_fire_and_earlier_ones_in_another_round()
    {
        var fired = Desk(
                """
                - { rule: Last of all, on: case.assigned, do: [{ set: { colour: red } }] }
                - { rule: First of all, on: case.edited('impact' in fields), do: [{ queue: outage }] }
                - { rule: In between, on: case.queued, do: [{ assign: team:ops }] }
                """
            )
            .Do(Edit(("impact", Number(1))));

        Assert.Equal(["First of all", "In between", "Last of all"], fired.Fired.Select(one => one.Rule));
        Assert.Equal([3, 5, 7], fired.Fired.Select(one => one.On));
    }

    [Fact]
    public void A_rule_fires_at_most_once_for_a_command_and_again_for_the_next()
    {
        var spec = Desk(
            """
            - rule: Told of
              on: [case.edited('impact' in fields), case.edited('colour' in fields)]
              do: [{ note: Changed }]
            """
        );

        var both = spec.Do(Edit(("impact", Number(1)), ("colour", Text("red"))));
        Assert.Single(both.Fired);
        Assert.Single(both.Do(Edit(("impact", Number(2)))).Fired);
    }

    [Fact]
    public void Conditions_ask_about_the_event_and_who_did_it()
    {
        var spec = Desk(
            """
            - rule: Called back
              on: [activity.completed, case.edited]
              when:
                - event.name == 'activity.completed' && event.minutes >= 10
                - event.direction == 'outgoing' && event.by == 'bob' && 'supervisor' in actor.roles
              do: [{ note: A long call }]
            """
        );

        Assert.Single(spec.As("bob", Role.Supervisor).Do(Call(10)).Fired);
        Assert.Empty(spec.As("bob", Role.Supervisor).Do(Call(9)).Fired);
        Assert.Empty(spec.As("ann", Role.Supervisor).Do(Call(10)).Fired);
        Assert.Empty(spec.As("bob").Do(Call(10)).Fired);
        Assert.Empty(spec.As("bob", Role.Supervisor).Do(Edit(("impact", Number(2)))).Fired);
    }

    [Fact]
    public void Notes_and_tasks_are_activities_with_ids_of_their_own_that_sort_by_time()
    {
        var spec = Desk(
            "- { rule: Busy, on: case.edited, do: [{ note: Looked at }, { task: Call back }, { task: Write down }] }"
        );

        var busy = spec.Do(Edit(("impact", Number(1))));

        Assert.Equal(["Call back", "Write down"], busy.Case.OpenActivities.Select(open => open.Subject));
        Assert.Contains(ActivityKind.Note, busy.Case.DoneActivities);
        ImmutableArray<Guid> ids = [.. busy.Events.OfType<CaseEvent.ActivityAdded>().Select(added => added.Activity)];
        Assert.Equal(3, ids.Distinct().Count());
        Assert.Equal(
            ids,
            spec.Do(Edit(("impact", Number(1))))
                .Events.OfType<CaseEvent.ActivityAdded>()
                .Select(added => added.Activity)
        );
        Assert.All(
            ids,
            id => Assert.True(string.CompareOrdinal($"{id}", $"{Guid.CreateVersion7(Monday9.AddDays(1))}") < 0)
        );
        Assert.All(
            ids,
            id => Assert.True(string.CompareOrdinal($"{id}", $"{Guid.CreateVersion7(Monday9.AddDays(-1))}") > 0)
        );
    }

    [Fact]
    public void A_rule_routes_moves_stages_resolves_and_asks_for_a_workflow()
    {
        var spec = Desk(
            """
            - { rule: Sent, on: case.edited('colour' in fields), do: [route, { stage: next }] }
            - { rule: Closed, on: case.status-moved(to == 'asleep'), do: [{ status: dropped }, { run: send-survey }] }
            """
        );

        var sent = spec.Do(Edit(("colour", Text("red"))));
        Assert.Equal(("front", "work"), (sent.Case.Queue, sent.Case.Stage));
        var closed = sent.Do(Status("waiting")).Do(Status("asleep"));
        Assert.Equal(CaseState.Cancelled, closed.Case.State);
        var asked = Assert.Single(closed.Events.OfType<CaseEvent.WorkflowRequested>());
        Assert.Equal(("send-survey", "Closed", "automation:Closed"), (asked.Workflow, asked.Rule, asked.By));
    }

    [Fact]
    public void Moves_for_certain_roles_are_no_more_open_to_a_rule_than_to_anybody()
    {
        var fired = Desk("- { rule: Hasty, on: case.edited, do: [{ status: waiting }, { status: sealed }] }")
            .Do(Edit(("impact", Number(1))));

        Assert.Equal([null, "transition-blocked"], Assert.Single(fired.Fired).Actions.Select(one => one.Code));
    }

    [Fact]
    public void A_new_case_is_put_to_the_rules_too()
    {
        var opened = Desk("- { rule: Welcome, on: case.created, do: [{ task: Say hello }] }", isOpen: false)
            .Do(Create());

        Assert.Equal(["Opened", "ClockStarted", "AutomationFired", "ActivityAdded"], opened.Names);
        Assert.Equal(1, Assert.Single(opened.Fired).On);
    }

    [Fact]
    public void A_refused_command_makes_no_rule_fire() =>
        Desk("- { rule: Welcome, on: case.status-moved, do: [{ task: Say hello }] }").ThenRefused(Status("asleep"));

    [Fact]
    public void Clocks_hear_of_what_a_rule_does_and_rules_of_what_clocks_do()
    {
        var spec = Desk(
            """
            - { rule: Answered, on: case.edited('impact' in fields), do: [{ assign: team:ops }] }
            - { rule: Praise, on: clock.met(kpi == 'Answer'), do: [{ note: In time }] }
            - { rule: Blame, on: clock.failed, do: [{ note: Late }] }
            - { rule: Hurry, on: clock.warned, when: event.kpi == 'Answer', do: [{ notify: team:ops }] }
            """
        );

        var answered = spec.Do(Edit(("impact", Number(1))));
        Assert.Equal(["Answered", "Praise"], answered.Fired.Select(one => one.Rule));

        var late = spec.Ring(hours: 3);
        Assert.Equal(["Hurry", "Blame"], late.Fired.Select(one => one.Rule));
        Assert.Equal(
            [
                "ClockWarned",
                "AutomationFired",
                "Notified",
                "ClockFailed",
                "AutomationFired",
                "ActivityAdded",
                "ActivityCompleted",
            ],
            late.Names
        );
        Assert.Empty(late.Ring(hours: 4).Events);
    }

    [Fact]
    public void What_came_due_is_put_to_the_rules_before_the_command_that_found_it_due()
    {
        var late = Desk("- { rule: Blame, on: clock.failed, do: [{ queue: outage }] }")
            .Later(hours: 3)
            .Do(Queue("front"));

        Assert.Equal(["outage", "front"], late.Events.OfType<CaseEvent.Queued>().Select(queued => queued.Queue));
    }

    [Fact]
    public void The_history_alone_makes_the_same_case()
    {
        var opened = Desk(
                "- { rule: All, on: [case.created, case.edited], do: [{ queue: outage }, { note: Hm }] }",
                isOpen: false
            )
            .Do(Create());
        var fired = opened.Do(Edit(("impact", Number(1))));

        var replayed = CaseHistory.Replay([.. opened.Events, .. fired.Events])!;
        Assert.Equal(
            JsonSerializer.Serialize(fired.Case, CaseJson.Stored.Case),
            JsonSerializer.Serialize(replayed, CaseJson.Stored.Case)
        );
    }

    private static Func<CaseSpec, CaseCommand> Call(int minutes) =>
        spec => new CaseCommand.AddActivity(
            Guid.Parse("00000000-0000-0000-0000-0000000000ca", System.Globalization.CultureInfo.InvariantCulture),
            new ActivityContent(ActivityKind.PhoneCall, "Call", null, Direction.Outgoing, IsPublic: false, null),
            IsDone: true,
            minutes
        )
        {
            By = spec.By,
            At = spec.At,
        };
}
