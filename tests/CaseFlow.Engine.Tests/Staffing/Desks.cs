using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Staffing;
using CaseFlow.Engine.Tests.Cases;

namespace CaseFlow.Engine.Tests.Staffing;

/// <summary>A process with a queue of each kind, and the people who work there.</summary>
internal static class Desks
{
    public static CaseSpec Support { get; } =
        CaseSpec.Of(
            """
            process: desks
            title: Desks
            statuses:
              active: { open: { initial: true } }
              resolved: { done: }
            transitions: any
            queues:
              manual: { members: team:support, owner: team:support }
              turns: { members: team:support, assign: round-robin, capacity: 3 }
              least: { members: team:support, assign: least-loaded, capacity: 3, skills: french }
              hours: { members: team:support, assign: round-robin, hours: business }
              secret: { members: [team:security, user:ciso], visibility: private }
              short: { overflow: { to: turns, when-waiting-over: 2 } }
              slow: { overflow: { to: least, longer-than: 30m } }
              chain: { overflow: { to: short, when-waiting-over: 1 } }
            calendars:
              business: { time-zone: Europe/Paris, hours: "Mon-Fri 09:00-18:00" }
            routing:
              - { rule: Chain, when: case.title == 'chain', queue: chain }
              - { rule: Turns, when: case.title == 'turns', queue: turns }
              - { rule: Least, when: case.title == 'least', queue: least }
              - { rule: Slow, when: case.title == 'slow', queue: slow }
              - otherwise: manual
            """
        );

    public static MemberFacts Person(
        string user,
        int load = 0,
        long turn = 0,
        Presence presence = Presence.Available,
        int? capacity = null
    ) => new(user, presence, load, capacity, turn);

    public static QueueFacts Desk(string queue, params ImmutableArray<MemberFacts> people) =>
        new(queue, 0, people, people.Select(one => one.Turn).DefaultIfEmpty().Max());

    public static QueueFacts Waiting(string queue, int cases) => new(queue, cases, []);

    public static CaseSpec Seeing(this CaseSpec spec, params ImmutableArray<QueueFacts> queues) =>
        spec.KnowingOf(spec.Told with { Queues = queues });

    public static ImmutableArray<CaseEvent> Events(this CaseSpec spec, Func<CaseSpec, CaseCommand> command) =>
        Assert.IsType<Decision.Accepted>(spec.Ask(command)).Events;
}
