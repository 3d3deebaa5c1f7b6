using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Tests.Cases;
using static CaseFlow.Engine.Tests.Automation.AutomationSpec;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Automation;

/// <summary>Rules and other cases: what happens along with a command is put to the rules of the case that it happens to.</summary>
public sealed class AlongTests
{
    private const string Cascade = "policies: { close-children: cascade, resolve-from-any-stage: true }\n";

    private static readonly CaseId Other = new(
        Guid.Parse("00000000-0000-0000-0000-0000000000bb", CultureInfo.InvariantCulture)
    );

    private static readonly CaseId Child = new(
        Guid.Parse("00000000-0000-0000-0000-0000000000cc", CultureInfo.InvariantCulture)
    );

    [Fact]
    public void A_merge_is_put_to_the_rules_of_the_survivor_and_of_each_case_that_is_merged()
    {
        var spec = Desk(
            """
            - { rule: Bigger, on: case.merged, when: event.cases == 1, do: [{ set: { priority: high } }] }
            - { rule: Let go, on: case.cancelled(status == 'merged'), do: [{ note: Merged }] }
            """
        );

        var merged = spec.KnowingOf(Knowing(spec, Sibling(spec))).Do(Merge);

        Assert.Equal(["Merged", "AutomationFired", "Edited"], merged.Names);
        Assert.Equal(
            ["Cancelled", "AutomationFired", "ActivityAdded", "ActivityCompleted"],
            Assert.Single(merged.Along).Events.Select(happened => happened.GetType().Name)
        );
    }

    [Fact]
    public void A_rule_that_ends_a_parent_ends_its_children_with_it()
    {
        var spec = Desk(
            "- { rule: Over, on: case.edited('impact' in fields), do: [{ status: done }] }",
            policies: Cascade
        );
        var child = Sibling(spec) with { Parent = spec.Case.Id };

        var ended = Parent(spec, Knowing(spec, child)).Do(Edit(("impact", Number(1))));

        Assert.Equal(CaseState.Resolved, ended.Case.State);
        Assert.IsType<CaseEvent.Resolved>(Assert.Single(ended.Along).Events[0]);
    }

    [Fact]
    public void A_rule_does_not_end_a_parent_whose_children_nobody_looked_at()
    {
        var spec = Desk(
            "- { rule: Over, on: case.edited('impact' in fields), do: [{ status: done }] }",
            policies: Cascade
        );

        var kept = Parent(spec, new CaseFacts { Customer = Contoso }).Do(Edit(("impact", Number(1))));

        Assert.Equal(CaseState.Active, kept.Case.State);
        Assert.Equal("children-active", Assert.Single(Assert.Single(kept.Fired).Actions).Code);
    }

    [Fact]
    public void What_happens_to_another_case_twice_is_told_once_and_in_its_order()
    {
        var spec = Desk(
            """
            - { rule: Over, on: case.merged, do: [{ status: done }] }
            - { rule: Farewell, on: case.resolved, do: [{ note: Over }] }
            """,
            policies: Cascade
        );
        var absorbed = Sibling(spec) with { Children = [Child] };
        var told = Knowing(spec, absorbed, Sibling(spec) with { Id = Child, Parent = absorbed.Id });

        var merged = spec.KnowingOf(told).Do(Merge);

        Assert.Equal(2, merged.Along.Length);
        var child = merged.Along.Single(along => along.Case == Child);
        Assert.Equal(
            ["ParentChanged", "Resolved", "AutomationFired", "ActivityAdded", "ActivityCompleted"],
            child.Events.Select(happened => happened.GetType().Name)
        );
    }

    private static Case Sibling(AutomationSpec spec) => spec.Case with { Id = Other, Ticket = "T-2", Clocks = [] };

    private static AutomationSpec Parent(AutomationSpec spec, CaseFacts told) =>
        new(spec.Spec.KnowingOf(told) with { Case = spec.Case with { Children = [Other] } });

    private static CaseCommand Merge(CaseSpec spec) =>
        new CaseCommand.Merge([Other], ImmutableSortedDictionary<string, CaseId>.Empty) { By = spec.By, At = spec.At };

    private static CaseFacts Knowing(AutomationSpec spec, params ImmutableArray<Case> others) =>
        new()
        {
            Customer = Contoso,
            Related = [.. others.Select(one => new RelatedCase(one, spec.Process, CaseFacts.None))],
        };
}
