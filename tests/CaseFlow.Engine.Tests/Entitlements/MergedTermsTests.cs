using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Tests.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;
using static CaseFlow.Engine.Tests.Entitlements.Contracts;

namespace CaseFlow.Engine.Tests.Entitlements;

/// <summary>What happens to the terms of other cases that a command is about.</summary>
public sealed class MergedTermsTests
{
    private static readonly CaseId Other = new(
        Guid.Parse("00000000-0000-0000-0000-0000000000bb", CultureInfo.InvariantCulture)
    );

    private static readonly CaseSpec Absorbed = TestProcesses
        .Support.With(TenCases)
        .After(spec => (CaseCommand.Create)Open(Id)(spec) with { Id = Other });

    [Fact]
    public void A_case_that_becomes_part_of_another_gives_back_and_takes_again_when_it_is_let_go()
    {
        var survivor = TestProcesses.Support.After(Create());
        var merged = Assert.IsType<Decision.Accepted>(
            Knowing(survivor, Absorbed.Case!, null)
                .Ask(spec => new CaseCommand.Merge([Other], Nothing) { By = spec.By, At = spec.At })
        );
        var ended = merged.Along.Single().Events.Aggregate(Absorbed.Case, CaseHistory.Evolve)!;
        Assert.Null(ended.Taken);
        Assert.Equal(Id, ended.Entitlement);

        var after = survivor with { Case = merged.Events.Aggregate(survivor.Case, CaseHistory.Evolve) };
        var released = Assert.IsType<Decision.Accepted>(
            Knowing(after.As("sue", Role.Supervisor), ended, Absorbed.Case)
                .Ask(spec => new CaseCommand.Unmerge(Other, []) { By = spec.By, At = spec.At })
        );
        var again = released.Along.Single().Events.Aggregate(ended, CaseHistory.Evolve);

        Assert.Equal(Absorbed.Case!.Taken, again.Taken);
        Assert.Single(released.Along.Single().Events.OfType<CaseEvent.TermsTaken>());
    }

    [Fact]
    public void What_is_asked_of_a_child_is_not_asked_of_its_parent()
    {
        var parent = Absorbed.Case!;
        var child = TestProcesses
            .Support.With(TenCases)
            .KnowingOf(
                new()
                {
                    Customer = Contoso,
                    Entitlements = [TenCases, TenCases with { Id = Numbered(2) }],
                    Related = [new RelatedCase(parent, Absorbed.Process, Absorbed.Told)],
                }
            );

        var opened = Assert.IsType<Decision.Accepted>(
            child.Ask(spec => (CaseCommand.Create)Open(Numbered(2))(spec) with { Parent = Other })
        );

        Assert.Single(opened.Events.OfType<CaseEvent.TermsTaken>());
        Assert.IsType<CaseEvent.ChildrenAdded>(Assert.Single(opened.Along.Single().Events));
    }

    private static ImmutableSortedDictionary<string, CaseId> Nothing => ImmutableSortedDictionary<string, CaseId>.Empty;

    private static CaseSpec Knowing(CaseSpec spec, Case other, Case? before) =>
        spec.KnowingOf(spec.Told with { Related = [new RelatedCase(other, Absorbed.Process, Absorbed.Told, before)] });
}
