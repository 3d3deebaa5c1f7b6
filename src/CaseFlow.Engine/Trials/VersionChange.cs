using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Routing;
using CaseFlow.Engine.Sla;

namespace CaseFlow.Engine.Trials;

/// <summary>What another version would mean for a case that is open now.</summary>
public static class VersionChange
{
    private static readonly Actor itself = new("caseflow", Role.Automation);

    /// <summary>Whether the two send cases by the same rules.</summary>
    public static bool RoutesAlike(CaseProcess before, CaseProcess after) =>
        before.Parts.Routing.Length == after.Parts.Routing.Length
        && before
            .Parts.Routing.Zip(after.Parts.Routing)
            .All(pair =>
                pair.First.Queue == pair.Second.Queue
                && pair.First.When.Length == pair.Second.When.Length
                && pair.First.When.Zip(pair.Second.When).All(when => when.First.SameAs(when.Second))
            );

    /// <summary>Where the rules of each version send the case as it is; null for no queue.</summary>
    public static (string? Before, string? After) Queues(
        CaseProcess before,
        CaseProcess after,
        Case current,
        CaseFacts told,
        DateTimeOffset at
    ) => (QueueBy(before, current, told, at), QueueBy(after, current, told, at));

    /// <summary>The clocks that run to another end under the other version; none where it changes nothing.</summary>
    public static ImmutableArray<ChangedClock> Clocks(
        CaseProcess before,
        CaseProcess after,
        Case current,
        CaseFacts told,
        DateTimeOffset at
    )
    {
        var (old, now) = (ClocksBy(before, current, told, at), ClocksBy(after, current, told, at));
        return
        [
            .. old.Select(clock => clock.Kpi)
                .Union(now.Select(clock => clock.Kpi), StringComparer.Ordinal)
                .Select(kpi => (Kpi: kpi, Old: ClockHistory.Find(old, kpi), New: ClockHistory.Find(now, kpi)))
                .Where(one => one.Old?.State != one.New?.State || one.Old?.Due.Fail != one.New?.Due.Fail)
                .Select(one => new ChangedClock(
                    one.Kpi,
                    one.Old?.State,
                    one.New?.State,
                    one.Old?.Due.Fail,
                    one.New?.Due.Fail
                )),
        ];
    }

    private static string? QueueBy(CaseProcess process, Case current, CaseFacts told, DateTimeOffset at) =>
        Router.FirstMatch(process.Parts.Routing, process.Conditions.Facts(current, told, itself, at))?.Queue;

    private static ImmutableArray<Clock> ClocksBy(CaseProcess process, Case current, CaseFacts told, DateTimeOffset at)
    {
        var look = new CaseCommand.Ring { By = itself, At = at };
        return ClockPass
            .Over(new Question(process, current, look, told), [])
            .OfType<IClockEvent>()
            .Aggregate(current.Clocks, ClockHistory.Evolve);
    }
}

/// <summary>A clock that runs otherwise under another version.</summary>
/// <param name="Before">Null where there is none.</param>
/// <param name="After">Null where there is none.</param>
public sealed record ChangedClock(
    string Kpi,
    ClockState? Before,
    ClockState? After,
    DateTimeOffset? FailAtBefore,
    DateTimeOffset? FailAtAfter
);
