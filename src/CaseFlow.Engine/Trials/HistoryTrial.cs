using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Routing;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Trials;

/// <summary>
/// What a version would have made of a case that has run: where its rules would have sent it, which moves of people it would
/// have refused, which clocks would have failed. What happened is taken as it was; only these questions are asked anew.
/// </summary>
/// <param name="Rerouted">Each time that the rules decided and would have decided otherwise.</param>
/// <param name="Refused">Moves of people that would not have been possible.</param>
/// <param name="FailedBefore">The KPIs that failed.</param>
/// <param name="FailedAfter">The KPIs that would have failed.</param>
public sealed record HistoryTrial(
    ImmutableArray<Reroute> Rerouted,
    ImmutableArray<RefusedMove> Refused,
    ImmutableArray<string> FailedBefore,
    ImmutableArray<string> FailedAfter
)
{
    /// <param name="history">All that happened to the case, in order.</param>
    /// <param name="told">The people and the entitlement of the case.</param>
    /// <param name="versions">The version of a hash that events carry; null where it is not known.</param>
    /// <param name="until">Up to when clocks are followed.</param>
    public static HistoryTrial Of(
        CaseProcess process,
        ImmutableArray<CaseEvent> history,
        CaseFacts told,
        Func<string, CaseProcess?> versions,
        DateTimeOffset until
    )
    {
        var rerouted = ImmutableArray.CreateBuilder<Reroute>();
        var refused = ImmutableArray.CreateBuilder<RefusedMove>();
        Case? before = null;
        foreach (var happened in history)
        {
            if (
                before is not null
                && happened is Queued { Because: { Rule: not RoutingReason.Overflow } because } queued
            )
            {
                if (RerouteOf(process, before, queued, because, told, versions) is { } reroute)
                {
                    rerouted.Add(reroute);
                }
            }
            else if (before is not null && PastMove.Refused(process, before, happened, told) is { } move)
            {
                refused.Add(move);
            }

            before = CaseHistory.Evolve(before, happened);
        }

        return new(
            rerouted.DrainToImmutable(),
            [.. refused.Distinct()],
            [.. history.OfType<ClockFailed>().Select(failed => failed.Kpi)],
            PastClocks.Failed(process, history, told, until)
        );
    }

    // The table is asked, not the queue that it came to in the end: that may have been too long that day.
    private static Reroute? RerouteOf(
        CaseProcess process,
        Case before,
        Queued queued,
        RoutingReason because,
        CaseFacts told,
        Func<string, CaseProcess?> versions
    )
    {
        var from =
            versions(queued.Definition)?.Parts.Routing.FirstOrDefault(rule => rule.Name == because.Rule)?.Queue
            ?? queued.Queue;
        var facts = process.Conditions.Facts(
            before,
            because.Told ?? told,
            because.By ?? new Actor(queued.By, Role.None),
            queued.At
        );
        var to = Router.FirstMatch(process.Parts.Routing, facts)?.Queue;
        return from == to ? null : new(from, to);
    }
}

/// <summary>A case that the rules of one version send elsewhere than those of another.</summary>
/// <param name="To">Null where no rule matches.</param>
public sealed record Reroute(string From, string? To);

/// <summary>A move that was made and would not have been possible.</summary>
/// <param name="Kind"><c>status</c> or <c>stage</c>.</param>
public sealed record RefusedMove(string Kind, string From, string To, string Code, string Why);
