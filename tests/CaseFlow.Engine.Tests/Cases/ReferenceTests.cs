using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Tests.Webhooks;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>Cases that other systems know by names of their own.</summary>
public class ReferenceTests
{
    private static readonly ExternalReference Issue = new("github", "issue-1");

    [Fact]
    public void A_case_that_is_opened_for_something_elsewhere_keeps_its_name()
    {
        var events = Assert.IsType<Decision.Accepted>(Decide(new CaseFacts { Customer = CaseSpec.Contoso })).Events;

        Assert.Equal([Issue], CaseHistory.Replay(events)!.References);
        Assert.Equal(Issue, Assert.IsType<CaseEvent.ReferenceAdded>(events[1]).Reference);
    }

    [Fact]
    public void A_second_one_for_the_same_is_refused_and_names_the_first()
    {
        var first = new CaseId(Guid.AllBitsSet);

        var refused = Assert.IsType<Decision.Refused>(
            Decide(new CaseFacts { Customer = CaseSpec.Contoso, ReferencedBy = first })
        );

        Assert.Equal("reference-taken", refused.Reason.Code);
        Assert.Equal($"Case {first} is 'issue-1' of github already; go on there.", refused.Reason.Explain());
    }

    private static Decision Decide(CaseFacts told) =>
        CaseDecider.Decide(
            Hooks.SupportCase,
            null,
            new CaseCommand.Create(
                new CaseId(Guid.Empty),
                "CAS-1",
                "Typo",
                CaseSpec.Contoso.Id,
                null,
                FieldValues.Empty,
                Reference: Issue
            )
            {
                By = new Actor("webhook:github", Role.Automation),
                At = CaseSpec.Monday9,
            },
            told
        );
}
