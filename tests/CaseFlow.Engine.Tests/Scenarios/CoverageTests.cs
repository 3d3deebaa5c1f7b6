using CaseFlow.Engine.Scenarios;
using static CaseFlow.Engine.Tests.Scenarios.ScenarioSpec;

namespace CaseFlow.Engine.Tests.Scenarios;

public sealed class CoverageTests
{
    public static TheoryData<string> Keys => [.. ScenarioFiles.Keys];

    [Fact]
    public void What_was_never_tried_is_named()
    {
        var coverage = ScenarioCoverage.Of(Support, []);

        Assert.Empty(coverage.Rules.Covered);
        Assert.Equal(["Outages", "Gold", "otherwise"], coverage.Rules.Uncovered);
        Assert.Equal(11, coverage.Transitions.Total);
        Assert.Contains("researching > solved", coverage.Transitions.Uncovered);
        Assert.Equal(
            ["researching > informed: made by supervisor", "researching > informed: refused to others"],
            coverage.Roles.Uncovered
        );
        Assert.Equal(
            [
                "identify: kept back by 'lookup: contact'",
                "research: entered",
                "research: kept back by 'field: impact'",
                "research: kept back by 'field: colour'",
                "resolve: entered",
                "resolve: 'has(case.fields.impact)' holds",
                "resolve: 'has(case.fields.impact)' does not hold",
                "resolve: kept back by 'field: cost'",
            ],
            coverage.Gates.Uncovered
        );
    }

    [Fact]
    public void A_move_counts_when_it_is_made_and_not_when_it_is_refused()
    {
        var coverage = CoverageOf(
            """
            - scenario: Asked
              steps:
                - status: researching
                - resolve: { status: solved, resolution: Done }
                  refused: resolve-blocked
            """
        );

        Assert.Equal(["open > researching"], coverage.Transitions.Covered);
    }

    [Fact]
    public void Rules_count_when_they_choose_a_queue()
    {
        var coverage = CoverageOf(
            """
            - scenario: Nobody special
              then: { queue: front-line }
            - scenario: Put there by hand
              given: { route: false }
              steps:
                - queue: gold
            """
        );

        Assert.Equal(["otherwise"], coverage.Rules.Covered);
    }

    [Fact]
    public void Roles_count_when_the_move_is_made_by_one_and_refused_to_another()
    {
        var coverage = CoverageOf(
            """
            - scenario: Only a supervisor informs
              given: { contact: Rita, impact: 3, colour: red, cost: 10 }
              steps:
                - stage: next
                - stage: next
                - status: researching
                - resolve: { status: informed, resolution: Told }
                  refused: resolve-blocked
                - resolve: { status: informed, resolution: Told }
                  by: sue
                  roles: supervisor
            """
        );

        Assert.Empty(coverage.Roles.Uncovered);
    }

    [Fact]
    public void Gates_count_what_was_seen_on_both_sides()
    {
        var coverage = CoverageOf(
            """
            - scenario: The path asks for what it needs
              steps:
                - stage: next
                  refused: stage-gate
                - edit: { contact: Rita, priority: high }
                - stage: next
                - stage: next
                  refused: stage-gate
                - edit: { impact: 3, colour: red }
                - stage: next
                - status: researching
                - resolve: { status: solved, resolution: Done, fields: { serial: ABC-123 } }
                  refused: resolve-blocked
            """
        );

        Assert.Empty(coverage.Gates.Uncovered);
    }

    [Fact]
    public void Automation_rules_count_when_they_fire_and_the_moves_that_they_make_count_as_made()
    {
        var process = CaseFlow
            .Engine.Tests.Automation.AutomationSpec.Desk(
                """
                - { rule: Waits, on: case.edited('impact' in fields), do: [{ status: waiting }] }
                - { rule: Never, on: case.merged, do: [{ note: Never }] }
                """
            )
            .Process;
        var scenario = One(
            """
            - scenario: It waits
              steps:
                - edit: { impact: 1 }
                  then: { fired: Waits, status: waiting }
            """,
            process
        );

        var coverage = ScenarioCoverage.Of(process, [ScenarioRunner.Run(process, scenario)]);

        Assert.Equal(["Waits"], coverage.Automation.Covered);
        Assert.Equal(["Never"], coverage.Automation.Uncovered);
        Assert.Equal(["open > waiting"], coverage.Transitions.Covered);
    }

    /// <summary>Whoever takes a scenario away sees here what is no longer tried.</summary>
    [Theory]
    [MemberData(nameof(Keys))]
    public void The_shipped_scenarios_leave_only_this_out(string key)
    {
        var ready = Assert.IsType<ScenarioReadResult.Ready>(ScenarioFiles.Read(key));
        var process = ScenarioFiles.Process(key);

        var coverage = ScenarioCoverage.Of(
            process,
            ready.Scenarios.Select(scenario => ScenarioRunner.Run(process, scenario))
        );

        Approved.Matches(
            Repository.PathTo("tests", "CaseFlow.Engine.Tests", "Scenarios", $"{key}.coverage"),
            Written("transitions", coverage.Transitions)
                + Written("rules", coverage.Rules)
                + Written("automation", coverage.Automation)
                + Written("gates", coverage.Gates)
                + Written("roles", coverage.Roles)
        );
    }

    private static ScenarioCoverage CoverageOf(string yaml) =>
        ScenarioCoverage.Of(
            Support,
            AllOf(yaml)
                .Select(scenario =>
                {
                    var run = ScenarioRunner.Run(Support, scenario);
                    Assert.True(run.Passed, string.Join('\n', run.Failures));
                    return run;
                })
        );

    private static string Written(string name, CoveredPart part) =>
        $"{name}: {part.Covered.Length} of {part.Total}\n"
        + string.Concat(part.Uncovered.Select(one => $"  not {one}\n"));
}
