using CaseFlow.Engine.Automation;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Tests.Cases;
using static CaseFlow.Engine.Tests.Automation.AutomationSpec;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Automation;

/// <summary>Why a rule fired is worked out again from what its event keeps.</summary>
public sealed class AutomationExplanationTests
{
    private static readonly AutomationSpec Urgent = Desk(
        """
        - rule: Urgent
          on: [case.edited('impact' in fields), case.resolved]
          when: [customer.tier == 'gold', actor.user == 'ann', "'impact' in event.fields", "!has(case.queue)"]
          do: [{ queue: outage }, { queue: outage }, { status: asleep }]
        """
    );

    [Fact]
    public void Each_condition_is_told_with_the_values_that_it_saw_and_each_action_with_what_came_of_it()
    {
        var explained = Explain(Urgent);

        Assert.Equal(("Urgent", 3, "case.edited"), (explained.Rule, explained.On, explained.Event));
        Assert.All(explained.When, line => Assert.True(line.Holds));
        Assert.Equal(
            ["customer.tier is 'gold'", "actor.user is 'ann'", "event.fields is ['impact']", "case.queue is not set"],
            explained.When.Select(line => line.Leaves.Single().Value)
        );
        Assert.Equal(
            "Rule 'Urgent' fired on case.edited. 'queue: outage' was done. 'queue: outage' changed nothing. "
                + "'status: asleep' was refused: 'open' cannot move to 'asleep'. Possible: waiting, done, merged.",
            explained.Says
        );
    }

    [Fact]
    public void Only_what_the_conditions_read_is_kept()
    {
        var kept = Assert.Single(Urgent.Do(Edit(("impact", Number(1)))).Fired);
        Assert.Equal((Contoso, "ann"), (kept.Told?.Customer, kept.Asker?.User));

        var plain = Desk("- { rule: All, on: case.edited, when: case.status == 'open', do: [{ queue: outage }] }");
        var nothing = Assert.Single(plain.Do(Edit(("impact", Number(1)))).Fired);
        Assert.Equal((null, null), (nothing.Told, nothing.Asker));
    }

    [Fact]
    public void A_version_without_the_rule_explains_nothing()
    {
        var fired = Urgent.Do(Edit(("impact", Number(1))));

        Assert.Null(
            AutomationExplanation.Of(
                TestProcesses.Plain.Process,
                Urgent.Case,
                fired.Events[0],
                Assert.Single(fired.Fired)
            )
        );
    }

    private static AutomationExplanation Explain(AutomationSpec spec)
    {
        var fired = spec.Do(Edit(("impact", Number(1))));
        var before = CaseHistory.Evolve(spec.Case, fired.Events[0]);
        return AutomationExplanation.Of(spec.Process, before, fired.Events[0], Assert.Single(fired.Fired))!;
    }
}
