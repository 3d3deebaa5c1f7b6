using System.Globalization;
using CaseFlow.Engine.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;
using static CaseFlow.Engine.Tests.Cases.TestProcesses;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class ClosingTests
{
    private static readonly CaseId Other = new(
        Guid.Parse("00000000-0000-0000-0000-0000000000bb", CultureInfo.InvariantCulture)
    );

    private static readonly CaseSpec Ready = Support
        .KnowingOf(new CaseFacts { Customer = Contoso, Contact = Rita })
        .After(
            Create(),
            Status("researching"),
            Stage("next"),
            Edit(("impact", Number(2)), ("colour", Text("red")), ("serial", Text("ABC-123"))),
            Stage("next"),
            Edit(("cost", Number(7)))
        );

    [Fact]
    public void A_case_is_resolved_from_its_last_stage()
    {
        var resolved = Ready.ThenCase(Resolve("solved", "Extinguished", 30));

        Assert.Equal((CaseState.Resolved, "solved"), (resolved.State, resolved.Status));
        Assert.Equal(
            ("Extinguished", 30, "ann"),
            (resolved.Resolution!.Text, resolved.Resolution.BillableMinutes, resolved.Resolution.By)
        );
    }

    [Fact]
    public void Everything_that_resolving_lacks_is_told_at_once()
    {
        var refusal = Support
            .After(Create(), Edit(("priority", Text("high"))), Status("researching"))
            .ThenRefused(Resolve("solved", resolution: ""), "resolve-blocked");

        Assert.Equal(
            ["stage", "field", "condition", "condition", "field"],
            refusal.Missing.Select(missing => missing.Kind)
        );
        Assert.Equal(
            ["resolve", "serial", "case.priority != 'high'", "has(case.fields.impact)", "resolution"],
            refusal.Missing.Select(missing => missing.Name)
        );
        Assert.Contains("case.priority is 'high'", refusal.Missing[2].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_both_the_stage_and_the_move_demand_is_told_once()
    {
        var demanding = CaseSpec.Of(
            Support.Process.Parts.Source.Replace(
                "requires: serial",
                "requires: [serial, cost]",
                StringComparison.Ordinal
            )
        );

        var refusal = demanding
            .KnowingOf(new CaseFacts { Customer = Contoso, Contact = Rita })
            .After(
                Create(),
                Status("researching"),
                Stage("next"),
                Edit(("impact", Number(2)), ("colour", Text("red"))),
                Stage("next")
            )
            .ThenRefused(Resolve("solved"), "resolve-blocked");

        Assert.Equal(["cost", "serial"], refusal.Missing.Select(missing => missing.Name));
    }

    [Fact]
    public void A_move_for_another_role_is_forbidden()
    {
        var refusal = Ready.ThenRefused(Resolve("informed"), "resolve-blocked");

        Assert.Equal(RefusalKind.Forbidden, refusal.Kind);
        Assert.Equal("informed", Ready.As("sue", Role.Supervisor).ThenCase(Resolve("informed")).Status);
    }

    [Fact]
    public void A_status_of_another_state_is_no_resolution() => Ready.ThenRefused(Resolve("waiting"), "wrong-target");

    [Fact]
    public void Where_none_is_named_the_first_that_can_be_reached_is_taken() =>
        Assert.Equal("solved", Ready.ThenCase(Resolve()).Status);

    [Fact]
    public void A_resolved_case_leaves_its_queue() =>
        Assert.Equal(
            (null, null),
            Ready.After(Queue("gold"), Pick()).ThenCase(Resolve()) is var c ? (c.Queue, c.Worker) : default
        );

    [Fact]
    public void Resolving_twice_the_same_way_changes_nothing()
    {
        var resolved = Ready.After(Resolve("solved"));

        resolved.ThenNothing(Resolve("solved"));
        resolved.ThenNothing(Resolve());
        resolved.ThenRefused(Resolve("informed"), "case-closed");
    }

    [Fact]
    public void A_closed_case_takes_no_other_command_and_says_what_to_do()
    {
        var resolved = Ready.After(Resolve());

        Assert.Equal(["reactivate"], resolved.ThenRefused(Edit(("title", Text("New"))), "case-closed").Allowed);
        resolved.ThenRefused(Stage("back"), "case-closed");
        resolved.ThenRefused(Queue("gold"), "case-closed");
        resolved.ThenRefused(Route(), "case-closed");
        resolved.ThenRefused(Pick(), "case-closed");
        resolved.ThenRefused(Assign("bob"), "case-closed");
        resolved.ThenRefused(Cancel(), "case-closed");
    }

    [Fact]
    public void Reactivated_it_is_active_again_at_the_first_active_status_that_can_be_reached()
    {
        var again = Ready.After(Resolve()).ThenCase(Reactivate());

        Assert.Equal((CaseState.Active, "open", "resolve"), (again.State, again.Status, again.Stage));
        Assert.NotNull(again.Resolution);
    }

    [Fact]
    public void Only_a_closed_case_is_reactivated() => Ready.ThenRefused(Reactivate(), "case-not-closed");

    [Fact]
    public void Reactivating_needs_a_move_that_is_listed() =>
        Ready.After(Resolve(), Status("informed")).ThenRefused(Reactivate(), "transition-not-allowed");

    [Fact]
    public void A_case_is_cancelled_along_the_table()
    {
        Assert.Equal(CaseState.Cancelled, Support.After(Create()).ThenCase(Cancel()).State);
        Support.After(Create(), Status("waiting")).ThenRefused(Cancel(), "transition-not-allowed");
    }

    [Fact]
    public void Merged_needs_an_active_case_that_survives()
    {
        var open = Support.After(Create());

        open.ThenRefused(Cancel("merged"), "survivor-required");
        open.ThenRefused(Cancel("merged", Other), "survivor-required");
        open.ThenRefused(Cancel("merged", open.Case!.Id), "survivor-required");
        Knowing(open, CaseState.Resolved).ThenRefused(Cancel("merged", Other), "survivor-required");
        open.ThenRefused(Cancel("cancelled", Other), "survivor-required");
        Assert.Equal(Other, Knowing(open, CaseState.Active).ThenCase(Cancel("merged", Other)).MergedInto);
    }

    [Fact]
    public void A_merged_case_lives_on_in_the_other_one() =>
        Knowing(Support.After(Create()), CaseState.Active)
            .After(Cancel("merged", Other))
            .ThenRefused(Reactivate(), "merged");

    private static CaseSpec Knowing(CaseSpec spec, CaseState survivor) =>
        spec.KnowingOf(spec.Told with { Survivor = new SurvivorFacts(Other, survivor) });
}
