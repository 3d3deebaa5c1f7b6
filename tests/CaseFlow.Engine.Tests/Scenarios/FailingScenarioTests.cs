using CaseFlow.Engine.Scenarios;
using static CaseFlow.Engine.Tests.Scenarios.ScenarioSpec;

namespace CaseFlow.Engine.Tests.Scenarios;

/// <summary>The message of a failing scenario is all that its author reads, so it is approved as text.</summary>
public sealed class FailingScenarioTests
{
    private static readonly string folder = Repository.PathTo("tests", "CaseFlow.Engine.Tests", "Scenarios", "Failing");

    [Fact]
    public void A_scenario_that_fails_says_where_what_was_expected_and_what_came()
    {
        var scenarios = AllOf(File.ReadAllText(Path.Combine(folder, "failing.scenarios.yaml")));

        var runs = scenarios.Select(scenario => ScenarioRunner.Run(Support, scenario)).ToList();

        Assert.All(runs, run => Assert.False(run.Passed));
        Approved.Matches(
            Path.Combine(folder, "failing"),
            string.Join('\n', runs.Select(run => string.Concat(run.Failures.Select(failure => $"{failure}\n"))))
        );
    }

    [Fact]
    public void The_first_step_that_fails_ends_the_run()
    {
        var run = ScenarioRunner.Run(
            Support,
            One(
                """
                - scenario: Stops at the second step
                  steps:
                    - pick
                    - status: solved
                    - status: waiting
                  then: { status: waiting }
                """
            )
        );

        var failure = Assert.Single(run.Failures);
        Assert.Equal((2, "status: solved"), (failure.Step, failure.Text));
        Assert.Equal(3, run.Asked.Length);
    }
}
