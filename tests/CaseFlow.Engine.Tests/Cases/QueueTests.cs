using CaseFlow.Engine.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;
using static CaseFlow.Engine.Tests.Cases.TestProcesses;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class QueueTests
{
    private static readonly CaseSpec Queued = Support.After(Create(), Queue("front-line"));

    [Fact]
    public void A_case_is_in_one_queue_and_moving_it_is_one_step()
    {
        var moved = Queued.After(Pick()).ThenCase(Queue("gold"));

        Assert.Equal(("gold", null), (moved.Queue, moved.Worker));
    }

    [Fact]
    public void Adding_it_where_it_is_changes_nothing() => Queued.After(Pick()).ThenNothing(Queue("front-line"));

    [Fact]
    public void An_unknown_queue_is_refused_with_the_known_ones() =>
        Assert.Equal(["front-line", "gold", "outage"], Queued.ThenRefused(Queue("glod"), "unknown-queue").Allowed);

    [Fact]
    public void Who_picks_works_on_it_and_owns_it()
    {
        var picked = Queued.As("bob").ThenCase(Pick());

        Assert.Equal(("bob", "bob", "front-line"), (picked.Worker, picked.Owner, picked.Queue));
    }

    [Fact]
    public void Who_comes_second_is_told_who_has_it()
    {
        var refusal = Queued.After(Pick()).As("bob").ThenRefused(Pick(), "already-picked");

        Assert.Equal(RefusalKind.Conflict, refusal.Kind);
        Assert.Equal("ann is already working on it.", refusal.Explain());
    }

    [Fact]
    public void Picking_twice_is_a_button_pressed_twice() => Queued.After(Pick()).ThenNothing(Pick());

    [Fact]
    public void Released_it_belongs_to_the_owner_of_the_queue()
    {
        var released = Queued.After(Pick()).ThenCase(Release());

        Assert.Equal((null, null, "support"), (released.Worker, released.Owner, released.Team));
    }

    [Fact]
    public void Only_the_worker_or_a_supervisor_releases()
    {
        var picked = Queued.After(Pick());

        picked.As("bob").ThenRefused(Release(), "not-the-worker");
        Assert.Null(picked.As("sue", Role.Supervisor).ThenCase(Release()).Worker);
    }

    [Fact]
    public void What_is_in_no_queue_cannot_be_picked_released_or_removed()
    {
        var unqueued = Queued.After(Unqueue());

        Assert.Null(unqueued.Case!.Queue);
        unqueued.ThenRefused(Pick(), "not-in-queue");
        unqueued.ThenRefused(Release(), "not-in-queue");
        unqueued.ThenRefused(Unqueue(), "not-in-queue");
        Queued.ThenRefused(Release(), "not-picked");
    }

    [Fact]
    public void Routing_again_to_the_same_queue_leaves_the_worker_alone()
    {
        var gold = Support.After(Create(route: true), Pick());

        gold.ThenNothing(Route());
    }

    [Fact]
    public void A_process_without_a_matching_rule_routes_nowhere() =>
        Plain.After(Create()).ThenRefused(Route(), "no-route");

    [Fact]
    public void Assigning_takes_it_from_the_worker_unless_it_is_the_worker()
    {
        var picked = Queued.After(Pick());

        Assert.Equal((null, "bob"), picked.ThenCase(Assign("bob")) is var c ? (c.Worker, c.Owner) : default);
        Assert.Equal(
            "ann",
            Queued.After(Pick(), Assign(team: "gold")).ThenCase(Assign("ann")) is var d ? d.Owner : null
        );
        picked.ThenNothing(Assign("ann"));
    }

    [Fact]
    public void An_owner_is_a_user_or_a_team()
    {
        Assert.Equal((null, "gold"), Queued.ThenCase(Assign(team: "gold")) is var c ? (c.Owner, c.Team) : default);
        Queued.ThenRefused(Assign(), "fields-invalid");
        Queued.ThenRefused(Assign("ann", "gold"), "fields-invalid");
    }
}
