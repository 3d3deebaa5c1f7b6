using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Sla;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Trials;

/// <summary>The clocks of another version over what happened to a case, those that it had left aside.</summary>
internal static class PastClocks
{
    /// <summary>The KPIs that would have failed, as often as they would have.</summary>
    public static ImmutableArray<string> Failed(
        CaseProcess process,
        ImmutableArray<CaseEvent> history,
        CaseFacts told,
        DateTimeOffset until
    )
    {
        if (process.Kpis.IsEmpty)
        {
            return [];
        }

        var failed = ImmutableArray.CreateBuilder<string>();
        Case? so = null;
        foreach (var together in Together(history))
        {
            var (by, at) = (new Actor(together[0].By, Role.None), together[0].At);
            so = so is null ? null : Fail(so, at, failed);
            so = together.Aggregate(so, CaseHistory.Evolve)!;
            var look = new CaseCommand.Ring { By = by, At = at };
            so = ClockPass
                .Over(new Question(process, so, look, told), together)
                .Where(happened => happened is IClockEvent)
                .Aggregate(so, CaseHistory.Evolve);
        }

        if (so is not null)
        {
            Fail(so, until, failed);
        }

        return failed.DrainToImmutable();
    }

    private static Case Fail(Case so, DateTimeOffset at, ImmutableArray<string>.Builder failed)
    {
        foreach (var clock in so.Clocks)
        {
            if (clock is { State: ClockState.Running, Due.Fail: { } due } && due <= at)
            {
                failed.Add(clock.Kpi);
                so = CaseHistory.Evolve(
                    so,
                    new ClockFailed(clock.Kpi, due)
                    {
                        By = "caseflow",
                        At = due,
                        Definition = so.Definition,
                    }
                );
            }
        }

        return so;
    }

    // What one command brought about has one time.
    private static IEnumerable<ImmutableArray<CaseEvent>> Together(ImmutableArray<CaseEvent> history) =>
        history.Where(happened => happened is not (IClockEvent or MovesScheduled)).ChunkBy(happened => happened.At);

    private static IEnumerable<ImmutableArray<CaseEvent>> ChunkBy(
        this IEnumerable<CaseEvent> events,
        Func<CaseEvent, DateTimeOffset> keyOf
    )
    {
        var chunk = ImmutableArray.CreateBuilder<CaseEvent>();
        foreach (var one in events)
        {
            if (chunk.Count > 0 && keyOf(chunk[^1]) != keyOf(one))
            {
                yield return chunk.DrainToImmutable();
            }

            chunk.Add(one);
        }

        if (chunk.Count > 0)
        {
            yield return chunk.DrainToImmutable();
        }
    }
}
