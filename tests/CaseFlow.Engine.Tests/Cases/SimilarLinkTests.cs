using CaseFlow.Engine.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class SimilarLinkTests
{
    private static readonly CaseId Other = new(Guid.Parse("00000000-0000-0000-0000-0000000000cc"));

    private static readonly CaseSpec Opened = CaseSpec
        .Of(
            """
            process: research
            title: Research
            ticket: "R-{number}"
            statuses:
              active:
                open: { title: Open, initial: true }
              resolved:
                solved: { title: Solved }
            transitions: any
            stages:
              - research:
                  title: Research
                  steps:
                    - similar-cases:
                      required: true
              - resolve: { title: Resolve }
            """
        )
        .KnowingOf(new CaseFacts { Customer = Contoso, Survivor = new SurvivorFacts(Other, CaseState.Resolved) })
        .After(Create());

    [Fact]
    public void A_required_step_for_similar_cases_is_done_when_one_is_linked()
    {
        var refusal = Opened.ThenRefused(Stage("next"), "stage-gate");
        Assert.Equal(["similar-cases"], refusal.Missing.Select(missing => missing.Name));

        Assert.Equal("resolve", Opened.After(Link()).ThenCase(Stage("next")).Stage);
    }

    [Fact]
    public void A_link_is_made_once_and_can_be_corrected()
    {
        var linked = Opened.After(Link());
        linked.ThenNothing(Link());

        var corrected = Assert.Single(linked.ThenCase(Link(found: false)).SimilarCases);

        Assert.Equal(
            (Other, false, false, "ann"),
            (corrected.Id, corrected.SolutionFound, corrected.IsBack, corrected.By)
        );
    }

    [Fact]
    public void A_case_is_not_linked_with_itself_or_with_none()
    {
        Opened.ThenRefused(Link(Opened.Case!.Id), "fields-invalid");
        Opened.KnowingOf(CaseFacts.None).ThenRefused(Link(), "fields-invalid");
    }

    [Fact]
    public void The_other_case_counts_the_solutions_it_gave_whatever_is_listed()
    {
        var other = Opened.Case!;
        for (var number = 0; number < 250; number++)
        {
            other = CaseHistory.Evolve(other, Back(number, found: true));
        }

        Assert.Equal(250, other.SolutionsGiven);
        Assert.Equal(100, other.SimilarCases.Length);
        Assert.Equal(249, CaseHistory.Evolve(other, Back(249, found: false)).SolutionsGiven);
    }

    private static CaseEvent.SimilarLinked Back(int from, bool found) =>
        SimilarLinks.Back(
            new(Other, found, IsBack: false)
            {
                By = "ann",
                At = Monday9,
                Definition = "d",
            },
            new CaseId(new Guid(from, 0, 0, new byte[8])),
            Opened.Process.Hash
        );

    private static Func<CaseSpec, CaseCommand> Link(CaseId? other = null, bool found = true) =>
        spec => new CaseCommand.LinkSimilar(other ?? Other, found) { By = spec.By, At = spec.At };
}
