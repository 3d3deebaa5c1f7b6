using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Sla;
using CaseFlow.Engine.Tests.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Automation;

/// <summary>The language of specifications of rules: a desk with these rules, an open case there, a command; then the events are these.</summary>
internal sealed record AutomationSpec(CaseSpec Spec)
{
    private const string Text = """
        process: desk
        title: Desk
        fields:
          impact: { type: integer }
          colour: { type: choice, choices: [red, blue] }
        statuses:
          active:
            open: { initial: true }
            waiting: {}
            asleep: {}
            sealed: {}
          resolved:
            done: {}
          cancelled:
            dropped: {}
            merged: {}
        transitions:
          - { from: open, to: waiting }
          - { from: open, to: [done, merged], when: case.openActivities == 0 }
          - { from: waiting, to: [open, asleep, dropped, merged] }
          - { from: waiting, to: sealed, roles: supervisor }
          - { from: [asleep, sealed], to: [open, done, dropped] }
          - { from: [done, dropped], to: open }
        stages:
          - look: {}
          - work: {}
        queues:
          front: {}
          outage: {}
        routing:
          - otherwise: front
        sla:
          - kpi: Answer
            starts: case.created
            met-by: case.assigned
            warn-after: 1h
            fail-after: 2h

        """;

    /// <summary>What happened by the last command.</summary>
    public ImmutableArray<CaseEvent> Events { get; init; } = [];

    public ImmutableArray<AlongEvents> Along { get; init; } = [];

    public CaseProcess Process => Spec.Process;

    public Case Case => Spec.Case!;

    public string? Priority => Case.Fields["priority"]?.ToString();

    public IEnumerable<string> Names => Events.Select(happened => happened.GetType().Name);

    public ImmutableArray<CaseEvent.AutomationFired> Fired => [.. Events.OfType<CaseEvent.AutomationFired>()];

    /// <param name="rules">As lines below <c>automation</c>.</param>
    /// <param name="isOpen">A case is open already, and has heard of nothing but that.</param>
    public static AutomationSpec Desk(string rules, bool isOpen = true, string policies = "")
    {
        var spec = CaseSpec.Of($"{Text}{policies}automation:\n{rules}");
        return new(isOpen ? spec.After(Create()) : spec);
    }

    public AutomationSpec As(string user, Role roles = Role.Agent) => new(Spec.As(user, roles));

    public AutomationSpec KnowingOf(CaseFacts told) => new(Spec.KnowingOf(told));

    public AutomationSpec Later(int hours) => new(Spec with { At = Monday9.AddHours(hours) });

    public AutomationSpec Do(Func<CaseSpec, CaseCommand> command)
    {
        var accepted = Spec.Ask(command) switch
        {
            Decision.Accepted yes => yes,
            Decision.Refused(var reason) => throw new InvalidOperationException(reason.Explain()),
            _ => throw new InvalidOperationException(),
        };
        return new AutomationSpec(
            Spec with
            {
                Case = accepted.Events.Aggregate(Spec.Case, CaseHistory.Evolve),
                At = Spec.At.AddMinutes(1),
            }
        )
        {
            Events = accepted.Events,
            Along = accepted.Along,
        };
    }

    public void ThenRefused(Func<CaseSpec, CaseCommand> command) => Assert.IsType<Decision.Refused>(Spec.Ask(command));

    public AutomationSpec Ring(int hours) =>
        Later(hours).Do(spec => new CaseCommand.Ring { By = Ringing.Itself, At = spec.At });
}
