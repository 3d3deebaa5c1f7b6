using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Routing;
using CaseFlow.Engine.Staffing;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;
using static CaseFlow.Engine.Tests.Staffing.Desks;

namespace CaseFlow.Engine.Tests.Staffing;

/// <summary>What happens as a case comes to a queue that gives its cases to people or on to other queues.</summary>
public sealed class EnteringTests
{
    [Fact]
    public void A_case_that_comes_to_a_queue_goes_at_once_to_who_can_take_it()
    {
        var routed = Support.Seeing(Desk("turns", Person("ann", turn: 4), Person("bob", turn: 3)));

        var made = routed.ThenCase(Create("turns", route: true));

        Assert.Equal(("turns", "bob", "bob"), (made.Queue, made.Worker, made.Owner));
    }

    [Fact]
    public void Where_nobody_can_take_it_the_case_waits_and_keeps_who_was_looked_at()
    {
        var events = Support
            .Seeing(Desk("turns", Person("ann", presence: Presence.Offline)))
            .Events(Create("turns", route: true));

        var queued = Assert.IsType<CaseEvent.Queued>(events[^1]);
        Assert.Equal("ann", Assert.Single(Assert.Single(queued.Seen!.Value).People).User);
    }

    [Fact]
    public void A_queue_that_is_too_long_gives_what_the_rules_send_on_and_so_may_the_next()
    {
        var full = Support.Seeing(Waiting("chain", 1), Waiting("short", 2), Desk("turns", Person("ann")));

        var events = full.Events(Create("chain", route: true));

        var queued = events.OfType<CaseEvent.Queued>().Single();
        Assert.Equal(("turns", "Chain"), (queued.Queue, queued.Because!.Rule));
        var explained = RoutingExplanation.Of(Support.Process, CaseHistory.Replay(events[..1])!, queued, events[^1]);
        Assert.Equal(
            [new PassedQueue("chain", 1, 1, "short"), new PassedQueue("short", 2, 2, "turns")],
            explained.Passed
        );
        Assert.Equal("ann", explained.Assignment!.Worker);
    }

    [Fact]
    public void What_a_person_puts_into_a_queue_stays_there() =>
        Assert.Equal("short", Support.After(Create()).Seeing(Waiting("short", 9)).ThenCase(Queue("short")).Queue);

    [Fact]
    public void A_waiting_case_is_offered_to_who_has_become_free()
    {
        var waiting = Support.After(Create("turns", route: true));

        waiting.Seeing(Desk("turns", Person("ann", load: 3))).ThenNothing(Offer());
        Assert.Equal("ann", waiting.Seeing(Desk("turns", Person("ann", load: 2))).ThenCase(Offer()).Worker);
    }

    [Fact]
    public void An_offer_that_comes_late_changes_nothing()
    {
        var picked = Support.After(Create("turns", route: true), Pick()).Seeing(Desk("turns", Person("bob")));

        picked.ThenNothing(Offer());
        picked.After(Unqueue()).ThenNothing(Offer());
    }

    [Fact]
    public void A_case_that_waits_too_long_goes_on_to_the_next_queue()
    {
        var waiting = Support.After(Create("slow", route: true)).Seeing(Desk("least", Person("ann")));
        var since = waiting.Case!.QueuedSince!.Value;

        (waiting with { At = since.AddMinutes(29) }).ThenNothing(Offer());
        var moved = (waiting with { At = since.AddMinutes(30) }).ThenCase(Offer());

        Assert.Equal(("least", "ann"), (moved.Queue, moved.Worker));
    }

    [Fact]
    public void Only_the_host_offers() =>
        Support
            .After(Create("turns", route: true))
            .ThenRefused(spec => new CaseCommand.Offer { By = spec.By, At = spec.At }, "role-not-allowed");

    [Theory]
    [InlineData("turns", "turns")]
    [InlineData("chain", "chain short turns")]
    [InlineData("nothing special", "")]
    [InlineData("slow", "")]
    public void Only_the_queues_that_a_decision_depends_on_are_looked_at(string title, string looked)
    {
        var create = Create(title, route: true)(Support);

        var wanted = QueueLook.Wanted(Support.Process, null, create, Support.Ask(_ => create));

        Assert.Equal(looked, string.Join(' ', wanted.Select(queue => queue.Key)));
    }

    [Fact]
    public void From_a_private_queue_only_members_supervisors_and_admins_pick()
    {
        var secret = Support.After(Create(), Queue("secret"));

        Assert.Equal(RefusalKind.Forbidden, secret.ThenRefused(Pick(), "not-a-member").Kind);
        secret.KnowingOf(secret.Told with { Teams = ["support"] }).ThenRefused(Pick(), "not-a-member");
        Assert.Equal("ann", secret.KnowingOf(secret.Told with { Teams = ["security"] }).ThenCase(Pick()).Worker);
        Assert.Equal("ciso", secret.As("ciso").ThenCase(Pick()).Worker);
        Assert.Equal("sue", secret.As("sue", Role.Supervisor).ThenCase(Pick()).Worker);
    }

    [Fact]
    public void By_policy_a_released_case_goes_back_to_who_owned_it()
    {
        var parts = Support.Process.Parts with { Policies = new() { ReleaseToPreviousOwner = true } };
        var owned = new Cases.CaseSpec(new(parts)).After(Create(), Assign("dee"), Queue("manual"));

        var released = owned.After(Pick()).ThenCase(Release());

        Assert.Equal((null, "dee", null), (released.Worker, released.Owner, released.OwnerBefore));
        Assert.Equal(
            "support",
            Support.After(Create(), Assign("dee"), Queue("manual"), Pick()).ThenCase(Release()).Team
        );
    }

    [Fact]
    public void A_case_can_be_put_into_a_queue_for_somebody_who_then_works_on_it()
    {
        var made = Support.After(Create(), Assign("dee")).Seeing(Desk("turns", Person("ann")));

        var given = made.After(Queue("turns", "bob"));

        Assert.Equal(("turns", "bob", "dee"), (given.Case!.Queue, given.Case.Worker, given.Case.OwnerBefore));
        given.ThenNothing(Queue("turns", "bob"));
        Assert.Equal(
            "bob",
            Assert.IsType<Refusal.AlreadyPicked>(given.ThenRefused(Queue("turns", "cid"), "already-picked")).Worker
        );
        Assert.Equal("cid", given.As("bob").After(Release()).ThenCase(Queue("turns", "cid")).Worker);
        made.KnowingOf(made.Told with { AssigneeIsInactive = true })
            .ThenRefused(Queue("turns", "bob"), "user-inactive");
    }

    [Fact]
    public void By_policy_who_assigns_says_what_the_new_owner_should_know()
    {
        var parts = Support.Process.Parts with { Policies = new() { AssigningNeedsNote = true } };
        var made = new Cases.CaseSpec(new(parts)).After(Create());

        Assert.Equal("note", made.ThenRefused(Assign("bob"), "note-required").Missing[0].Name);
        var assigned = Assert.IsType<CaseEvent.Assigned>(made.Events(Assign("bob", note: " He knows her "))[0]);
        Assert.Equal(("bob", "He knows her"), (assigned.Owner, assigned.Note));
    }

    [Fact]
    public void Nothing_is_assigned_to_who_is_deactivated()
    {
        var made = Support.After(Create());

        made.KnowingOf(made.Told with { AssigneeIsInactive = true }).ThenRefused(Assign("bob"), "user-inactive");
    }
}
