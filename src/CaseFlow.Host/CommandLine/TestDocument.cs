using CaseFlow.Engine.Scenarios;

namespace CaseFlow.Host.CommandLine;

/// <summary>What <c>test --json</c> writes.</summary>
internal static class TestDocument
{
    public static object Of(List<TestedProcess> tested) =>
        new { passed = tested.TrueForAll(one => one.IsGood), processes = tested.Select(ProcessOf) };

    private static object ProcessOf(TestedProcess one) =>
        new
        {
            process = one.Key,
            file = one.Path,
            scenarios = one.ScenarioPath,
            result = one.Result,
            passed = one.Runs.Length - one.Failed,
            failed = one.Failed,
            problems = one.Mistakes,
            failures = one.Runs.SelectMany(run => run.Failures).Select(FailureOf),
            coverage = one.Coverage is { } coverage
                ? new
                {
                    transitions = PartOf(coverage.Transitions),
                    rules = PartOf(coverage.Rules),
                    automation = PartOf(coverage.Automation),
                    gates = PartOf(coverage.Gates),
                    roles = PartOf(coverage.Roles),
                }
                : null,
        };

    private static object FailureOf(ScenarioFailure failure) =>
        new
        {
            file = failure.Place.File,
            line = failure.Place.Line,
            column = failure.Place.Column,
            scenario = failure.Scenario,
            step = failure.Step,
            text = failure.Text,
            expected = failure.Expected,
            came = failure.Came,
        };

    private static object PartOf(CoveredPart part) =>
        new
        {
            total = part.Total,
            covered = part.Covered.Length,
            uncovered = part.Uncovered,
        };
}
