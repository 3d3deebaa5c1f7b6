using CaseFlow.Engine.Processes;
using static CaseFlow.Engine.Tests.Automation.AutomationSpec;
using static CaseFlow.Engine.Tests.Scenarios.ScenarioSpec;

namespace CaseFlow.Engine.Tests.Automation;

/// <summary>Scenarios say which rules must have fired.</summary>
public sealed class AutomationScenarioTests
{
    private static readonly CaseProcess Process = Desk(
        """
        - { rule: Urgent, on: case.edited('impact' in fields), do: [{ queue: outage }] }
        - { rule: Told of, on: case.queued(queue == 'outage'), do: [{ note: There }] }
        """
    ).Process;

    [Fact]
    public void A_step_says_which_rules_it_made_fire_and_the_end_which_all_steps_did() =>
        Assert.Equal(
            "",
            Failures(
                """
                - scenario: Fires
                  steps:
                    - edit: { impact: 1 }
                      then: { fired: [Urgent, Told of] }
                    - edit: { colour: red }
                      then: { fired: none }
                    - edit: { impact: 2 }
                      then: { fired: Urgent }
                  then: { fired: [Urgent, Told of, Urgent] }
                """,
                Process
            )
        );

    [Fact]
    public void What_fired_instead_is_told() =>
        Assert.Contains(
            "expected fired to be 'Told of', but it is 'Urgent, Told of'",
            Failures(
                """
                - scenario: Fires
                  steps:
                    - edit: { impact: 1 }
                  then: { fired: Told of }
                """,
                Process
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_rule_that_the_process_does_not_have_is_a_mistake_in_the_file() =>
        Assert.Contains(
            "did you mean 'Urgent'?",
            Assert
                .Throws<InvalidOperationException>(() =>
                    Failures(
                        """
                        - scenario: Fires
                          then: { fired: Urgnt }
                        """,
                        Process
                    )
                )
                .Message,
            StringComparison.Ordinal
        );
}
