using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Routing;
using CaseFlow.Engine.Tests.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Routing;

/// <summary>Why a case does not go to a queue, as its agent reads it.</summary>
public sealed class WhyNotTests
{
    private static readonly CaseSpec Support = CaseSpec.Of(
        """
        process: support
        title: Support
        statuses:
          active: { open: { initial: true } }
          resolved: { done: }
        transitions: any
        fields:
          impact: { type: integer }
        queues: { front-line: , gold: , outage: , night: }
        routing:
          - { rule: Outages, when: [case.title.contains('down'), case.priority == 'high'], queue: outage }
          - { rule: Gold, when: "customer.tier in ['gold', 'platinum']", queue: gold }
          - { rule: Big, when: [has(case.fields.impact), case.fields.impact > 3], queue: gold }
          - { rule: Old, when: "now - case.createdAt > duration('72h')", queue: outage }
          - otherwise: front-line
        """
    );

    [Fact]
    public void Each_rule_that_leads_there_tells_the_first_condition_that_does_not_hold()
    {
        var told = new CaseFacts { Customer = Contoso with { Tier = "standard" } };
        var plain = Support.KnowingOf(told).After(Create("Network is slow"));
        var gold = Support.After(Create("Network is down", fields: ("impact", Number(2))));

        Approved.Matches(
            Repository.PathTo("tests", "CaseFlow.Engine.Tests", "Routing", "why-not"),
            string.Concat(
                new[] { ("a case of a standard customer", plain), ("a case of a gold customer", gold) }.SelectMany(
                    about =>
                        new[] { "front-line", "gold", "outage", "night" }.Select(queue =>
                            $"{about.Item1}, {queue}:\n{Told(about.Item2, queue)}\n"
                        )
                )
            )
        );
    }

    private static string Told(CaseSpec spec, string queue)
    {
        var facts = spec.Process.Conditions.Facts(spec.Case!, spec.Told, spec.By, spec.At);
        var answer = WhyNot.Of(spec.Process, facts, queue);
        return $"  {answer.Why}\n" + string.Concat(answer.Rules.Select(rule => $"  - {rule.Rule}: {rule.Why}\n"));
    }
}
