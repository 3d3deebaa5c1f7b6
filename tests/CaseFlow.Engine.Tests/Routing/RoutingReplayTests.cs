using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Routing;
using CaseFlow.Engine.Staffing;
using CaseFlow.Engine.Tests.Cases;
using CsCheck;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Routing;

/// <summary>What is stored of a routing is enough to explain it: run again, it comes to the same queue and person.</summary>
public sealed class RoutingReplayTests
{
    private const string Head = """
        process: random
        title: Random
        statuses:
          active: { open: { initial: true } }
          resolved: { done: }
        transitions: any
        fields:
          impact: { type: integer }
        calendars:
          business: { time-zone: Europe/Paris, hours: "Mon-Fri 09:00-18:00" }
        queues:
          manual: { members: team:support }
          turns: { members: team:support, assign: round-robin, capacity: 4, hours: business }
          least: { members: team:support, assign: least-loaded }
          short: { overflow: { to: turns, when-waiting-over: 2 } }
          shorter: { members: team:support, assign: round-robin, overflow: { to: short, when-waiting-over: 1 } }
        routing:

        """;

    private static readonly ImmutableArray<string> Conditions =
    [
        "case.priority == 'high'",
        "case.priority in ['low', 'normal']",
        "customer.tier in ['gold', 'platinum']",
        "customer.tier == 'silver' || case.fields.impact > 3",
        "has(case.fields.impact) && case.fields.impact < 3",
        "case.title.matches('(?i)outage|down')",
        "contact.name.contains('Rita')",
        "actor.user == 'ann'",
        "'supervisor' in actor.roles",
        "now > timestamp('2026-03-02T09:30:00Z')",
        "!(case.title.startsWith('Printer') && case.priority != 'high')",
    ];

    private static readonly ImmutableArray<string> Targets = ["manual", "turns", "least", "short", "shorter"];

    // Reading a definition takes longer than deciding by it, so each of these is asked many times.
    private static readonly ImmutableArray<CaseProcess> Processes =
    [
        .. Enumerable.Range(1, 400).Select(Definition).OfType<CaseProcess>(),
    ];

    private static readonly Gen<MemberFacts> People = Gen.Select(
        Gen.Int[1, 30],
        Gen.Enum<Presence>(),
        Gen.Int[0, 6],
        Gen.Int[0, 6],
        Gen.Long[0, 20],
        Gen.Bool,
        (name, presence, load, capacity, turn, lacks) =>
            new MemberFacts(
                $"p{name}",
                presence,
                load,
                capacity == 0 ? null : capacity,
                turn,
                lacks && presence == Presence.Busy ? ["french"] : null
            )
    );

    private static readonly Gen<ImmutableArray<QueueFacts>> Queues = Gen.Select(
        People.Array[0, 8],
        Gen.Int[0, 4],
        Gen.Int[0, 4],
        (people, shortWaits, shorterWaits) =>
            ImmutableArray.Create<QueueFacts>(
                new("turns", 0, [.. people.DistinctBy(one => one.User)]),
                new("least", 3, [.. people.DistinctBy(one => one.User)]),
                new("short", shortWaits, []),
                new("shorter", shorterWaits, [.. people.DistinctBy(one => one.User)])
            )
    );

    private static readonly Gen<CaseFacts> Told = Gen.Select(
        OneOf<string?>("gold", "silver", "platinum", null),
        Gen.Bool,
        Queues,
        (tier, withContact, queues) =>
            new CaseFacts
            {
                Customer = Contoso with { Tier = tier },
                Contact = withContact ? Rita : null,
                Queues = queues,
            }
    );

    private static readonly Gen<Func<CaseSpec, CaseCommand>> Creates = Gen.Select(
        OneOf("Printer on fire", "Network down", "Outage in Lyon"),
        OneOf("low", "normal", "high"),
        Gen.Int[0, 5],
        (title, priority, impact) =>
            impact == 0
                ? Create(title, route: true, fields: ("priority", Text(priority)))
                : Create(title, route: true, fields: [("priority", Text(priority)), ("impact", Number(impact))])
    );

    private static readonly Gen<CaseSpec> Worlds = Gen.Select(
        OneOf([.. Processes]),
        Told,
        OneOf(new Actor("ann", Role.Agent), new Actor("sue", Role.Supervisor)),
        Gen.Int[0, 2_000],
        (process, told, by, minutes) =>
            new CaseSpec(process)
            {
                Told = told,
                By = by,
                At = Monday9.AddMinutes(minutes),
            }
    );

    [Fact]
    public void Ten_thousand_random_routings_explained_again_give_the_same_queue_and_person() =>
        Gen.Select(Worlds, Creates)
            .Sample(
                (world, create) =>
                {
                    var decided = Assert.IsType<Decision.Accepted>(world.Ask(create)).Events;
                    var (stored, process) = (Stored(decided), world.Process);
                    var queued = Assert.IsType<CaseEvent.Queued>(stored[1]);

                    var again = RoutingExplanation.Of(
                        process,
                        CaseHistory.Replay(stored[..1])!,
                        queued,
                        stored.ElementAtOrDefault(2)
                    );

                    var winner = Assert.Single(again.Rules, rule => rule.Wins);
                    Assert.Equal(queued.Because!.Rule, winner.Rule);
                    Assert.Equal(queued.Queue, again.Passed is [.., var last] ? last.To : winner.Queue);
                    Assert.All(again.Passed, passed => Assert.True(passed.Waiting >= passed.Most));
                    Assert.Equal(stored.OfType<CaseEvent.Picked>().SingleOrDefault()?.Worker, again.Assignment?.Worker);
                    Assert.Equal(
                        process.FindQueue(queued.Queue)!.Assign == AssignmentStrategy.Manual,
                        again.Assignment is null
                    );
                },
                iter: 10_000
            );

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    // As the journal keeps the events, and as a later start reads them.
    private static ImmutableArray<CaseEvent> Stored(ImmutableArray<CaseEvent> events) =>
        [
            .. events.Select(one =>
                JsonSerializer.Deserialize(
                    JsonSerializer.SerializeToUtf8Bytes(one, CaseJson.Stored.CaseEvent),
                    CaseJson.Stored.CaseEvent
                )!
            ),
        ];

    /// <summary>A routing table made by chance; null where one of its rules could never match.</summary>
    private static CaseProcess? Definition(int seed)
    {
        var chance = new Random(seed);
        var rules = Enumerable
            .Range(1, chance.Next(1, 12))
            .Select(number =>
                $"  - {{ rule: R{number}, when: [{When()}], queue: {Targets[chance.Next(Targets.Length)]} }}\n"
            );
        var text = Head + string.Concat(rules) + "  - otherwise: least\n";
        return ProcessReader.Read("random.process.yaml", text) is ReadResult.Ready(var process) ? process : null;

        string When() =>
            string.Join(
                ", ",
                Enumerable
                    .Range(0, chance.Next(1, 4))
                    .Select(_ => $"\"{Conditions[chance.Next(Conditions.Length)]}\"")
                    .Distinct(StringComparer.Ordinal)
            );
    }
}
