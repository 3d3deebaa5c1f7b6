using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Sla;

/// <summary>When a case must be rung next, derived from nothing but the case.</summary>
public static class CaseTimers
{
    public static IEnumerable<CaseTimer> Of(Case about)
    {
        foreach (var clock in about.Clocks)
        {
            if (clock.NextDue is { } due)
            {
                yield return new CaseTimer($"sla:{clock.Kpi}", due);
            }
        }

        foreach (var move in about.ScheduledMoves)
        {
            if (move.Due is { } due)
            {
                yield return new CaseTimer($"move:{move.To}:{move.After}", due);
            }
        }
    }
}

/// <summary>One reason to ring a case, at most one for each key.</summary>
public sealed record CaseTimer(string Key, DateTimeOffset Due);
