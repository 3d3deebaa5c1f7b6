using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Scenarios.Running;

/// <summary>Compares the answer to a command with the one that the scenario expects.</summary>
internal static class AnswerCheck
{
    /// <param name="after">The case as it is after the answer.</param>
    public static ImmutableArray<Difference> Differences(ScenarioStep step, Decision answer, Case? after) =>
        (step.Refused, answer) switch
        {
            (null, Decision.Refused(var reason)) =>
            [
                new(
                    step.Place,
                    "it to be accepted",
                    $"it was refused as '{reason.Code}': {reason.Explain()} If that is right, write 'refused: {reason.Code}'."
                ),
            ],
            ({ } expected, Decision.Accepted) =>
            [
                new(
                    expected.Place,
                    $"it to be refused as '{expected.Code}'",
                    $"it was accepted, and the case is {after?.Status} now. If that is right, remove 'refused'."
                ),
            ],
            ({ } expected, Decision.Refused(var reason)) => Differences(expected, reason),
            _ => [],
        };

    private static ImmutableArray<Difference> Differences(ExpectedRefusal expected, Refusal reason)
    {
        if (reason.Code != expected.Code)
        {
            return
            [
                new(
                    expected.Place,
                    $"it to be refused as '{expected.Code}'",
                    $"it was refused as '{reason.Code}': {reason.Explain()}"
                ),
            ];
        }

        var differences = ImmutableArray.CreateBuilder<Difference>();
        if (expected.Says is { } part && !reason.Explain().Contains(part, StringComparison.OrdinalIgnoreCase))
        {
            differences.Add(new(expected.Place, $"the refusal to say '{part}'", $"it says: {reason.Explain()}"));
        }

        Compare(expected.Missing, reason.Missing.Select(one => one.Name), "missing");
        Compare(expected.Allowed, reason.Allowed, "allowed");
        return differences.ToImmutable();

        void Compare(ImmutableArray<string>? wanted, IEnumerable<string> came, string what)
        {
            if (wanted is { } names && !names.ToHashSet(StringComparer.Ordinal).SetEquals(came))
            {
                differences.Add(new(expected.Place, $"'{what}' to be {Listed(names)}", $"it is {Listed([.. came])}"));
            }
        }
    }

    private static string Listed(ImmutableArray<string> names) =>
        names.IsEmpty ? "nothing" : string.Join(" and ", names.Select(name => $"'{name}'"));
}
