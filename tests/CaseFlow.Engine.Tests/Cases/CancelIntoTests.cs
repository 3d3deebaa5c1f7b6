using System.Globalization;
using CaseFlow.Engine.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>A case that is cancelled as part of another: what keeps a merge from being made keeps it too.</summary>
public sealed class CancelIntoTests
{
    private static readonly CaseSpec Open = CaseSpec
        .Of(
            """
            process: small
            title: Small
            statuses:
              active: { open: { initial: true } }
              resolved: { done: }
              cancelled: { merged: }
            transitions: any
            policies: { max-children: 2 }
            """
        )
        .After(Create());

    [Fact]
    public void A_child_becomes_part_only_of_another_child_of_its_parent()
    {
        var child = With(Open, current => current with { Parent = Id(7) });

        Knowing(child, other => other).ThenRefused(Cancel("merged", Id(9)), "merge-refused");
        Assert.Equal(
            Id(9),
            Knowing(child, other => other with { Parent = Id(7) }).ThenCase(Cancel("merged", Id(9))).MergedInto
        );
    }

    [Fact]
    public void A_parent_does_not_become_part_of_a_child()
    {
        var parent = With(Open, current => current with { Children = [Id(1)] });

        Knowing(parent, other => other with { Parent = Id(7) }).ThenRefused(Cancel("merged", Id(9)), "merge-refused");
    }

    [Fact]
    public void The_survivor_has_room_for_the_children_that_come_along()
    {
        var parent = With(Open, current => current with { Children = [Id(1)] });

        var full = Knowing(parent, other => other with { Children = [Id(2), Id(3)] });
        Assert.Contains(
            "at most 2 children",
            full.ThenRefused(Cancel("merged", Id(9)), "merge-refused").Explain(),
            StringComparison.Ordinal
        );

        var roomy = Knowing(parent, other => other with { Children = [Id(2)] });
        Assert.Equal(CaseState.Cancelled, roomy.ThenCase(Cancel("merged", Id(9))).State);
    }

    private static CaseSpec With(CaseSpec spec, Func<Case, Case> change) => spec with { Case = change(spec.Case!) };

    private static CaseSpec Knowing(CaseSpec spec, Func<Case, Case> change)
    {
        var survivor = change(spec.Case! with { Id = Id(9), Ticket = "T-9", Parent = null, Children = [] });
        return spec.KnowingOf(
            new CaseFacts
            {
                Customer = Contoso,
                Survivor = new SurvivorFacts(survivor.Id, survivor.State),
                Related = [new RelatedCase(survivor, spec.Process, CaseFacts.None)],
            }
        );
    }

    private static CaseId Id(int number) =>
        new(Guid.Parse($"00000000-0000-0000-0000-00000000000{number}", CultureInfo.InvariantCulture));
}
