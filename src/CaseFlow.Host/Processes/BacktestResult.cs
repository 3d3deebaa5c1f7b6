using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Routing;
using CaseFlow.Engine.Trials;

namespace CaseFlow.Host.Processes;

/// <summary>Adds up what a draft would have made of many cases.</summary>
internal sealed class BacktestResult
{
    private const int MostExamples = 5;

    private readonly Tally<(string? From, string? To), string> rerouted = new();
    private readonly Tally<(string Kind, string From, string To, string Code), (string Ticket, string Why)> refused =
        new();
    private readonly SortedDictionary<string, BacktestProcess.ClockCount> clocks = new(StringComparer.Ordinal);
    private int cases;
    private int routed;
    private DateTimeOffset? oldest;

    public void Add(Case of, ImmutableArray<CaseEvent> history, HistoryTrial trial)
    {
        cases++;
        oldest = oldest < of.CreatedAt ? oldest : of.CreatedAt;
        routed += history.Count(happened =>
            happened is CaseEvent.Queued { Because: { Rule: not RoutingReason.Overflow } }
        );
        foreach (var (from, to) in trial.Rerouted)
        {
            rerouted.Add((from, to), of.Ticket);
        }

        foreach (var move in trial.Refused)
        {
            refused.Add((move.Kind, move.From, move.To, move.Code), (of.Ticket, move.Why));
        }

        foreach (var kpi in trial.FailedBefore.Concat(trial.FailedAfter).Distinct(StringComparer.Ordinal))
        {
            Add(
                kpi,
                of.Ticket,
                trial.FailedBefore.Count(one => one == kpi),
                trial.FailedAfter.Count(one => one == kpi)
            );
        }
    }

    public BacktestProcess.Answer Shown(string process) =>
        new(
            process,
            cases,
            oldest,
            routed,
            [
                .. rerouted.MostFirst.Select(one => new ProcessImpact.RerouteCount(
                    one.Key.From,
                    one.Key.To,
                    one.Count,
                    one.Examples
                )),
            ],
            [
                .. refused.MostFirst.Select(one => new BacktestProcess.RefusedCount(
                    one.Key.Kind,
                    one.Key.From,
                    one.Key.To,
                    one.Key.Code,
                    one.Examples[0].Why,
                    one.Count,
                    [.. one.Examples.Select(example => example.Ticket)]
                )),
            ],
            [.. clocks.Values]
        );

    private void Add(string kpi, string ticket, int failed, int wouldFail)
    {
        var so = clocks.GetValueOrDefault(kpi, new(kpi, 0, 0, [], []));
        clocks[kpi] = so with
        {
            Failed = so.Failed + failed,
            WouldFail = so.WouldFail + wouldFail,
            Worse = wouldFail > failed ? Example(so.Worse, ticket) : so.Worse,
            Better = wouldFail < failed ? Example(so.Better, ticket) : so.Better,
        };
    }

    private static ImmutableArray<string> Example(ImmutableArray<string> examples, string ticket) =>
        examples.Length < MostExamples ? examples.Add(ticket) : examples;
}
