using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Sla;
using CaseFlow.Engine.Tests.Cases;

namespace CaseFlow.Engine.Tests.Sla;

/// <summary>The language of specifications of clocks: at this time, that command; then the clock stands so.</summary>
internal sealed record ClockSpec(CaseProcess Process)
{
    private const string Desk = """
        process: desk
        title: Desk
        fields:
          robot: { type: boolean }
          level: { type: choice, choices: [none, low, high, night] }
        statuses:
          active:
            open: { initial: true }
            waiting: { pauses-sla: true }
            asleep: {}
          resolved:
            done: {}
          cancelled:
            dropped: {}
        queues:
          front: {}
          outage: {}
        calendars:
          office: OFFICE
          night: { time-zone: America/New_York, hours: "Mon-Sun 22:00-06:00" }

        """;

    private const string Office = """{ time-zone: Europe/Paris, hours: "Mon-Fri 09:00-12:00, 13:00-18:00" }""";

    private const string Moves = """
        transitions:
          - from: [open, waiting, asleep]
            to: [open, waiting, asleep, done, dropped]
          - from: [done, dropped]
            to: open

        """;

    public Case? Case { get; init; }

    public ImmutableArray<CaseEvent> History { get; init; } = [];

    public CaseFacts Told { get; init; } = new() { Customer = CaseSpec.Contoso };

    public static ClockSpec Of(string sections, string moves = Moves, string office = Office) =>
        new(CaseSpec.Of(Desk.Replace("OFFICE", office, StringComparison.Ordinal) + moves + sections).Process);

    public static DateTimeOffset At(string utc) =>
        DateTimeOffset.Parse(utc + "Z", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>The same case under a newer version.</summary>
    public ClockSpec Under(ClockSpec newer) => this with { Process = newer.Process };

    public ClockSpec At(string utc, Func<CaseSpec, CaseCommand> command, Actor? by = null)
    {
        var spec = new CaseSpec(Process)
        {
            Case = Case,
            History = History,
            Told = Told,
            At = At(utc),
            By = by ?? new Actor("ann", Role.Agent),
        };
        var answer = spec.Ask(command);
        var events = answer is Decision.Accepted(var accepted)
            ? accepted
            : throw new InvalidOperationException(((Decision.Refused)answer).Reason.Explain());
        return this with { Case = events.Aggregate(Case, CaseHistory.Evolve), History = History.AddRange(events) };
    }

    public ClockSpec Ring(string utc) =>
        At(utc, spec => new CaseCommand.Ring { By = spec.By, At = spec.At }, Ringing.Itself);

    public Clock Clock(string? kpi = null) =>
        Case!.Clocks.Single(clock => clock.Kpi == (kpi ?? (Case.Clocks.Length == 1 ? clock.Kpi : "K")));

    public ClockSpec Then(ClockState state, long counted)
    {
        var clock = Clock();
        Assert.Equal((state, counted), (clock.State, clock.Counted));
        return this;
    }

    public ClockSpec ThenDue(string? warn, string? fail)
    {
        var clock = Clock();
        Assert.Equal(
            (warn is null ? null : At(warn), fail is null ? null : (DateTimeOffset?)At(fail)),
            (clock.Due.Warn, clock.Due.Fail)
        );
        return this;
    }

    public ClockSpec ThenEvents(params string[] names)
    {
        Assert.Equal(names, History.Select(happened => happened.GetType().Name));
        return this;
    }

    public ClockStory Story(string now, params ClockSpec[] versions) =>
        ClockStories
            .Of(
                History,
                hash => versions.Select(one => one.Process).Append(Process).First(process => process.Hash == hash),
                At(now)
            )
            .Single();
}
