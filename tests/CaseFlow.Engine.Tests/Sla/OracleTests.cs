using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Sla;
using CaseFlow.Engine.Tests.Calendars;
using CaseFlow.Engine.Tests.Cases;

namespace CaseFlow.Engine.Tests.Sla;

/// <summary>
/// Random lives of cases, each with pauses, changes of priority, newer versions with other calendars and targets, and bells
/// that ring or do not, across clock changes on three continents: the clock of the product equals one kept by hand.
/// </summary>
public sealed class OracleTests
{
    private const int Lives = 1_000_000;
    private const int Together = 10_000;
    private const string AllTime = "";

    // By number; version by version, the calendars a, b and c of the definition. The last one stands for no calendar.
    private static readonly (string Zone, string Hours, bool Holidays)[] Written =
    [
        ("Europe/Paris", TestCalendars.Hours[1], true),
        ("America/New_York", TestCalendars.Hours[0], false),
        ("Australia/Lord_Howe", TestCalendars.Hours[2], true),
        ("Europe/Paris", TestCalendars.Hours[1], false),
        ("America/St_Johns", TestCalendars.Hours[3], true),
        ("America/New_York", TestCalendars.Hours[4], true),
        ("UTC", AllTime, false),
    ];

    private static readonly OpenMinutes?[] Counted =
    [
        .. Written
            .AsParallel()
            .AsOrdered()
            .Select(one =>
                one.Hours == AllTime
                    ? null
                    : new OpenMinutes(one.Zone, one.Hours, one.Holidays ? TestCalendars.ClosedDays : [])
            ),
    ];

    private static readonly Version[] Versions =
    [
        new(
            [0, 1, 2],
            [
                new("low", 0, [120, 240], 480),
                new("normal", 1, [600], 2_400),
                new("high", 2, [30, 45], 60),
                new("urgent", 6, [10], 90),
            ]
        ),
        new([3, 1, 2], [new("low", 3, [120, 240], 480), new("normal", 1, [60], 1_200), new("high", 2, [30, 45], 60)]),
        new(
            [4, 5, 2],
            [
                new("low", 4, [60], 300),
                new("normal", 6, [], 1_440),
                new("high", 5, [30], 600),
                new("urgent", 6, [10], 90),
            ]
        ),
    ];

    private static readonly string[] Levels = ["low", "normal", "high", "urgent", "none"];

    private static readonly CaseFacts Told = new()
    {
        Customer = CaseSpec.Contoso,
        Calendars = Versions
            .SelectMany(version => version.Process.Parts.Calendars)
            .DistinctBy(calendar => calendar.Fingerprint)
            .ToImmutableDictionary(calendar => calendar.Fingerprint),
    };

    [Fact]
    public void A_million_lives_of_cases_are_counted_as_by_hand() =>
        Parallel.For(
            0,
            Lives / Together,
            chunk =>
            {
                for (var life = chunk * Together; life < (chunk + 1) * Together; life++)
                {
                    Live(life);
                }
            }
        );

    private static void Live(int seed)
    {
        var chance = new Random(seed);
        var version = Versions[chance.Next(Versions.Length)];
        var now = chance.Next(366 * 1_440);
        var (level, status) = (Levels[chance.Next(Levels.Length)], "open");
        var oracle = new ClockOracle(Counted);
        var history = new List<CaseEvent>();
        Case? current = null;

        Ask(
            new CaseCommand.Create(new CaseId(Guid.Empty), "T", "A life", CaseSpec.Contoso.Id, null, Level(level))
            {
                By = Agent,
                At = At(now),
            }
        );
        oracle.Follow(now, version.Rule(level), waits: false);
        Compare();

        for (var steps = chance.Next(1, 9); steps > 0; steps--)
        {
            now += chance.Next(3) switch
            {
                0 => chance.Next(60),
                1 => chance.Next(1_440),
                _ => chance.Next(6 * 1_440),
            };
            Step();
            Compare();
        }

        if (seed % 50 == 0)
        {
            CheckStory();
        }

        void Step()
        {
            switch (chance.Next(7))
            {
                case 0 or 1 when status != "done":
                    status = status == "open" ? "waiting" : "open";
                    Ask(new CaseCommand.MoveStatus(status, FieldValues.Empty) { By = Agent, At = At(now) });
                    break;
                case 2 or 3 when status != "done":
                    level = Levels[chance.Next(Levels.Length)];
                    var change = ImmutableSortedDictionary<string, FieldValue?>.Empty.Add(
                        "level",
                        new FieldValue.Text(level)
                    );
                    Ask(new CaseCommand.Edit(change) { By = Agent, At = At(now) });
                    break;
                case 4:
                    version = Versions[chance.Next(Versions.Length)];
                    Ring();
                    break;
                case 5 when chance.Next(4) == 0 && status != "done":
                    status = "done";
                    oracle.Meet(now);
                    Ask(new CaseCommand.Resolve(status, "Over", null, FieldValues.Empty) { By = Agent, At = At(now) });
                    return;
                default:
                    Ring();
                    break;
            }

            // An edit that changes nothing is no news, and only a ring looks at a newer version by itself.
            oracle.Follow(now, version.Rule(level), status == "waiting");
        }

        void Ring() => Ask(new CaseCommand.Ring { By = Ringing.Itself, At = At(now) });

        void Ask(CaseCommand command)
        {
            var answer = CaseDecider.Decide(version.Process, current, command, Told);
            var events = ((Decision.Accepted)answer).Events;
            current = events.Aggregate(current, CaseHistory.Evolve);
            history.AddRange(events);
        }

        void Compare()
        {
            var clock = current!.Clocks[0];
            var counted = clock.Counted;
            if (
                clock.State != oracle.State
                || counted != oracle.Counted * 60L
                || clock.Warned != oracle.Warned
                || clock.EndedAt != (oracle.EndedAt is { } ended ? At(ended) : null)
            )
            {
                Assert.Fail(
                    $"Life {seed} at {At(now):u}: {clock.State}, {counted} s, {clock.Warned} warnings, ended {clock.EndedAt:u}; "
                        + $"by hand {oracle.State}, {oracle.Counted * 60} s, {oracle.Warned} warnings, ended {oracle.EndedAt}"
                );
            }
        }

        void CheckStory()
        {
            var story = Assert.Single(
                ClockStories.Of(history, hash => Versions.First(one => one.Process.Hash == hash).Process, At(now))
            );
            var clock = story.Clock;
            Assert.Equal(
                (long)((clock.EndedAt ?? At(now)) - clock.StartedAt).TotalSeconds,
                story.Intervals.Sum(interval => interval.Seconds)
            );
            Assert.All(
                story.Intervals.Zip(story.Intervals.Skip(1)),
                pair => Assert.Equal(pair.First.To, pair.Second.From)
            );
            if (!clock.IsLive && story.Clock.State == ClockState.Met)
            {
                Assert.Equal(clock.Counted, story[ClockTime.Counting]);
            }
        }
    }

    private static Actor Agent { get; } = new("ann", Role.Agent);

    private static DateTimeOffset At(int minute) => OpenMinutes.Start.AddMinutes(minute);

    private static FieldValues Level(string level) =>
        FieldValues.Of([KeyValuePair.Create("level", (FieldValue)new FieldValue.Text(level))]);

    /// <summary>A version of the process, and its rules as one keeps them by hand.</summary>
    private sealed class Version
    {
        private readonly Dictionary<string, OracleRule> rules;

        public Version(int[] calendars, OracleRule[] rules)
        {
            this.rules = rules.ToDictionary(rule => rule.Name, StringComparer.Ordinal);
            Process = CaseSpec.Of(Text(calendars, rules)).Process;
        }

        public CaseProcess Process { get; }

        public OracleRule? Rule(string level) => rules.GetValueOrDefault(level);

        private static string Text(int[] calendars, OracleRule[] rules) =>
            $$"""
                process: oracle
                title: Oracle
                fields:
                  level: { type: choice, choices: [low, normal, high, urgent, none] }
                statuses:
                  active:
                    open: { initial: true }
                    waiting: { pauses-sla: true }
                  resolved:
                    done: {}
                transitions: any
                calendars:
                {{string.Join(
                    '\n',
                    calendars.Select((number, index) => $"  {"abc"[index]}: {Calendar(Written[number])}")
                )}}
                sla:
                {{string.Join('\n', rules.Select(rule => Rule(rule, calendars)))}}
                """;

        private static string Calendar((string Zone, string Hours, bool Holidays) written) =>
            $"{{ time-zone: {written.Zone}, hours: \"{written.Hours}\"{(written.Holidays ? $", holidays: [{Holidays}]" : "")} }}";

        private static string Holidays =>
            string.Join(
                ", ",
                TestCalendars.ClosedDays.Select(run =>
                    string.Create(CultureInfo.InvariantCulture, $"{run.First:yyyy-MM-dd}..{run.Last:yyyy-MM-dd}")
                )
            );

        private static string Rule(OracleRule rule, int[] calendars)
        {
            var place = Array.IndexOf(calendars, rule.Calendar);
            var calendar = place < 0 ? "" : $"calendar: {"abc"[place]}, ";
            var warn =
                rule.Warn.Length == 0
                    ? ""
                    : $"warn-after: [{string.Join(", ", rule.Warn.Select(minutes => $"{minutes}m"))}], ";
            return $"  - {{ kpi: K, rule: {rule.Name}, when: case.fields.level == '{rule.Name}', {calendar}starts: case.created, "
                + $"met-by: case.resolved, {warn}fail-after: {rule.Fail}m }}";
        }
    }
}
