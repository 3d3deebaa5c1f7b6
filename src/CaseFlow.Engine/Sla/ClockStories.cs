using CaseFlow.Engine.Calendars;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Sla;

/// <summary>Tells the clocks of a case out of its history: every run of every KPI, in the order in which they started.</summary>
public sealed class ClockStories
{
    private readonly Func<string, CaseProcess> versions;
    private readonly List<Telling> told = [];
    private Guid? entitlement;

    private ClockStories(Func<string, CaseProcess> versions) => this.versions = versions;

    /// <summary>The definitions by which the clocks of this history counted.</summary>
    public static ImmutableHashSet<string> Definitions(IEnumerable<CaseEvent> history) =>
        [.. history.OfType<IClockEvent>().Select(happened => happened.Definition)];

    /// <param name="versions">Finds each of <see cref="Definitions"/>.</param>
    public static ImmutableArray<ClockStory> Of(
        IEnumerable<CaseEvent> history,
        Func<string, CaseProcess> versions,
        DateTimeOffset now
    )
    {
        var stories = new ClockStories(versions);
        ImmutableArray<Clock> clocks = [];
        foreach (var one in CaseHistory.Standing(history))
        {
            if (one is CaseEvent.EntitlementSet(var set, _, _))
            {
                stories.Set(set);
            }
            else if (one is IClockEvent happened)
            {
                var before = ClockHistory.Find(clocks, happened.Kpi);
                clocks = ClockHistory.Evolve(clocks, happened);
                stories.Take(before, ClockHistory.Find(clocks, happened.Kpi)!, happened);
            }
        }

        return [.. stories.told.Select(telling => stories.End(telling, ClockHistory.Second(now)))];
    }

    // A clock that has ended keeps the one that it ended with.
    private void Set(Guid? next)
    {
        entitlement = next;
        foreach (var telling in told.Where(one => one.Clock.IsLive))
        {
            telling.Entitlement = next;
        }
    }

    private void Take(Clock? before, Clock after, IClockEvent happened)
    {
        if (happened is CaseEvent.ClockStarted)
        {
            told.Add(
                new Telling(after, told.Count(one => one.Clock.Kpi == after.Kpi) + 1) { Entitlement = entitlement }
            );
            return;
        }

        var telling = told.FindLast(one => one.Clock.Kpi == after.Kpi)!;
        if (happened is not CaseEvent.ClockWarned)
        {
            telling.Intervals.AddRange(Between(before!, after.Since));
        }

        telling.Clock = after;
    }

    private ClockStory End(Telling telling, DateTimeOffset now)
    {
        var clock = telling.Clock;
        if (clock.IsLive)
        {
            // What is due and not noticed yet ends there too.
            telling.Intervals.AddRange(Between(clock, clock.Due.Fail is { } fail && fail < now ? fail : now));
        }

        return new ClockStory(clock, telling.Run, RuleOf(clock), telling.Entitlement, Join(telling.Intervals));
    }

    private IEnumerable<ClockInterval> Between(Clock clock, DateTimeOffset to) =>
        (
            clock.State == ClockState.Running
                ? CalendarOf(clock)
                    .Between(clock.Since, to)
                    .Select(stretch =>
                        (stretch.IsOpen ? ClockTime.Counting : ClockTime.Closed, stretch.From, stretch.To)
                    )
                : [(clock.State == ClockState.Paused ? ClockTime.Paused : ClockTime.NotApplicable, clock.Since, to)]
        )
            .Select(stretch => new ClockInterval(
                stretch.Item1,
                stretch.Item2,
                stretch.Item3,
                clock.Target?.Rule,
                RuleOf(clock)?.ChosenBy,
                clock.Target?.Calendar,
                clock.Definition
            ))
            .Where(interval => interval.To > interval.From);

    // The version that set the target knows why.
    private SlaRule? RuleOf(Clock clock) =>
        clock.Target is { } target
            ? versions(clock.Definition)
                .Parts.Sla.FirstOrDefault(rule => rule.Kpi == clock.Kpi && rule.Name == target.Rule)
            : null;

    private BusinessCalendar CalendarOf(Clock clock) =>
        (clock.Target!.Calendar is { } calendar ? versions(clock.Definition).FindCalendar(calendar) : null)
        ?? BusinessCalendar.Always;

    // Neighbours that differ in nothing are one.
    private static ImmutableArray<ClockInterval> Join(List<ClockInterval> intervals)
    {
        var joined = ImmutableArray.CreateBuilder<ClockInterval>();
        foreach (var next in intervals)
        {
            if (joined.Count > 0 && joined[^1] with { From = next.From, To = next.To } == next)
            {
                joined[^1] = joined[^1] with { To = next.To };
            }
            else
            {
                joined.Add(next);
            }
        }

        return joined.ToImmutable();
    }

    private sealed class Telling(Clock clock, int run)
    {
        public Clock Clock { get; set; } = clock;

        public Guid? Entitlement { get; set; }

        public int Run { get; } = run;

        public List<ClockInterval> Intervals { get; } = [];
    }
}
