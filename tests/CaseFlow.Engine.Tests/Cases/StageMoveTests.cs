using CaseFlow.Engine.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;
using static CaseFlow.Engine.Tests.Cases.TestProcesses;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class StageMoveTests
{
    private static readonly CaseSpec Identified = Support
        .KnowingOf(new CaseFacts { Customer = Contoso, Contact = Rita })
        .After(Create());

    private static readonly CaseSpec Researched = Identified.After(
        Stage("next"),
        Edit(("impact", Number(2)), ("colour", Text("red")))
    );

    [Fact]
    public void Next_goes_to_the_stage_that_follows() =>
        Assert.Equal(["identify", "research"], Identified.ThenCase(Stage("next")).Path);

    [Fact]
    public void A_stage_is_left_only_when_its_required_steps_are_done_and_all_of_them_are_told()
    {
        var refusal = Identified
            .After(Stage("next"), Edit(("priority", Text("high"))))
            .ThenRefused(Stage("next"), "stage-gate");

        Assert.Equal(
            ["field impact", "field colour", "condition has(case.fields.impact)"],
            refusal.Missing.Select(missing => $"{missing.Kind} {missing.Name}")
        );
    }

    [Fact]
    public void A_step_whose_condition_does_not_hold_is_not_asked_for()
    {
        var refusal = Identified
            .After(Stage("next"), Edit(("impact", Number(2))))
            .ThenRefused(Stage("next"), "stage-gate");

        Assert.Equal(["colour"], refusal.Missing.Select(missing => missing.Name));
    }

    [Fact]
    public void A_later_stage_never_blocks_an_earlier_one() =>
        Assert.Equal("resolve", Researched.ThenCase(Stage("next")).Stage);

    [Fact]
    public void Naming_the_next_stage_is_the_same_as_next() =>
        Assert.Equal("resolve", Researched.ThenCase(Stage("resolve")).Stage);

    [Fact]
    public void A_jump_needs_a_reason_and_passes_the_same_gate()
    {
        Identified.ThenRefused(Stage("resolve"), "reason-required");
        Identified.ThenRefused(Stage("resolve", "Called before"), "stage-gate");

        var jumped = Identified.After(Edit(("impact", Number(1)))).ThenCase(Stage("resolve", "Called before"));
        Assert.Equal(["identify", "resolve"], jumped.Path);
    }

    [Fact]
    public void Back_goes_along_the_travelled_path()
    {
        var jumped = Identified.After(Edit(("impact", Number(1))), Stage("resolve", "Called before"));

        Assert.Equal("identify", jumped.ThenCase(Stage("back")).Stage);
        jumped.ThenRefused(Stage("research", "Look again"), "stage-not-allowed");
    }

    [Fact]
    public void Back_further_than_one_step_needs_a_reason()
    {
        var atEnd = Researched.After(Stage("next"));

        atEnd.ThenRefused(Stage("identify"), "reason-required");
        Assert.Equal(["identify"], atEnd.ThenCase(Stage("identify", "Wrong customer")).Path);
    }

    [Theory]
    [InlineData("back", "where the path of this case began")]
    [InlineData("identify", "already")]
    [InlineData("reserch", "did you mean 'research'?")]
    public void A_move_that_leads_nowhere_says_why(string to, string why) =>
        Assert.Contains(
            why,
            Identified.ThenRefused(Stage(to), "stage-not-allowed").Explain(),
            StringComparison.Ordinal
        );

    [Fact]
    public void After_the_last_stage_comes_resolving() =>
        Assert.Contains(
            "resolve the case",
            Researched.After(Stage("next")).ThenRefused(Stage("next"), "stage-not-allowed").Explain(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Moving_the_stage_moves_no_status() => Assert.Equal("open", Identified.ThenCase(Stage("next")).Status);

    [Fact]
    public void A_process_without_stages_has_none_to_move() =>
        Plain.After(Create()).ThenRefused(Stage("next"), "stage-not-allowed");
}
