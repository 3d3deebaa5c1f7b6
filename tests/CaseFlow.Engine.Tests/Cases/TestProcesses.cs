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
