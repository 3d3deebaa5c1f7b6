namespace CaseFlow.Engine.Tests.Cases;

/// <summary>The processes that the specifications of cases run by.</summary>
internal static class TestProcesses
{
    /// <summary>Three stages, guarded moves, three queues: something of everything.</summary>
    public static CaseSpec Support { get; } =
        CaseSpec.Of(
            """
            process: support
            title: Support
            ticket: "T-{number}"
            fields:
              impact: { type: integer, min: 1, max: 5 }
              serial: { type: text, pattern: "^[A-Z0-9-]{6,20}$" }
              cost: { type: decimal, min: 0 }
              urgent: { type: boolean }
              due: { type: date }
              colour: { type: choice, choices: [red, blue] }
            statuses:
              active:
                open: { title: Open, initial: true }
                waiting: { title: Waiting }
                researching: { title: Researching }
              resolved:
                solved: { title: Solved }
                informed: { title: Informed }
              cancelled:
                cancelled: { title: Cancelled }
                merged: { title: Merged }
            transitions:
              - { from: open, to: [waiting, researching, cancelled, merged] }
              - { from: waiting, to: open }
              - { from: researching, to: open }
              - { from: researching, to: solved, when: [case.priority != 'high', has(case.fields.impact)], requires: serial }
              - { from: researching, to: informed, roles: supervisor }
              - { from: [solved, cancelled], to: open }
              - { from: solved, to: informed }
            stages:
              - identify:
                  title: Identify
                  steps:
                    - { lookup: customer, required: true }
                    - { lookup: contact, required: true }
                    - find-case
              - research:
                  title: Research
                  steps:
                    - { field: impact, required: true, when: case.priority == 'high' }
                    - { field: colour, required: true }
              - resolve:
                  title: Resolve
                  enter: has(case.fields.impact)
                  steps:
                    - { field: cost, required: true }
            queues:
              front-line: { title: Front line, members: team:support, owner: team:support }
              gold: { title: Gold }
              outage: { title: Outage }
            routing:
              - { rule: Outages, when: [case.title.contains('down'), case.priority == 'high'], queue: outage }
              - { rule: Gold, when: customer.tier == 'gold', queue: gold }
              - otherwise: front-line
            """
        );

    /// <summary>The same with rules that do something at nearly every turn, much of which is refused.</summary>
    public static CaseSpec Automated { get; } =
        CaseSpec.Of(
            Support.Process.Parts.Source
                + """

                automation:
                  - rule: Opened
                    on: [case.created, case.reactivated]
                    do: [{ task: Look at it }, route, { set: { colour: red } }]
                  - rule: Waits
                    on: case.status-moved(to == 'waiting')
                    when: [customer.tier == 'gold', event.from == 'open', actor.user == 'ann' || now > case.createdAt]
                    do: [{ stage: next }, { queue: outage }, { note: Waits }, { run: remind }]
                  - rule: Important
                    on: [case.edited('impact' in fields), case.edited('urgent' in fields)]
                    when: case.fields.impact > 2
                    do: [{ set: { priority: high, serial: ABC-123 } }, { status: solved }, { assign: user:bob }]
                  - rule: Outage
                    on: case.queued(queue == 'outage')
                    do: [{ assign: team:ops }, { notify: owner }, { status: researching }]
                  - rule: Assigned
                    on: [case.assigned, case.picked]
                    when: "!has(case.fields.cost)"
                    do: [{ set: { cost: 10 } }, { stage: resolve }]
                  - rule: On the last stage
                    on: stage.entered(stage == 'resolve')
                    do: [{ status: informed }, { status: cancelled }, { notify: worker }]
                  - rule: Ended
                    on: [case.resolved, case.cancelled]
                    do: [{ note: Over }, { queue: gold }, { set: { colour: blue } }]
                """
        );

    /// <summary>No stages, no conditions: what the commands do by themselves.</summary>
    public static CaseSpec Plain { get; } =
        CaseSpec.Of(
            """
            process: plain
            title: Plain
            ticket: "P-{number}"
            statuses:
              active:
                new: { title: New, initial: true }
                open: { title: Open, initial: true }
              resolved:
                done: { title: Done }
                closed: { title: Closed, initial: true }
              cancelled:
                cancelled: { title: Cancelled }
            transitions: any
            """
        );
}
