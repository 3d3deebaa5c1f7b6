using CaseFlow.Engine.Routing;

namespace CaseFlow.Benchmarks;

/// <summary>A long routing table at its worst: two conditions of every rule hold, and only the last rule's third.</summary>
internal static class RoutingMeasurement
{
    private const int Rules = 200;

    public static async IAsyncEnumerable<Figure> Run()
    {
        var process = Processes.WithRules(Rules);
        var (about, told) = CaseSeed.OpenWith(process);
        var last = process.Parts.Routing[Rules - 1];
        var cost = FunctionCost.Of(
            calls: 500,
            () =>
            {
                var facts = process.Conditions.Facts(about, told, CaseSeed.Ann, about.CreatedAt);
                if (Router.FirstMatch(process.Parts.Routing, facts) != last)
                {
                    throw new InvalidOperationException("The last rule was to match.");
                }
            }
        );
        yield return new(
            $"{Rules} rules of 3 conditions, the last one matches",
            cost.Microseconds,
            "µs",
            Goal.AtMost(20),
            FormattableString.Invariant($"{cost.Bytes:#,##0} bytes allocated, for the facts of the case")
        );
        await Task.CompletedTask;
    }
}
