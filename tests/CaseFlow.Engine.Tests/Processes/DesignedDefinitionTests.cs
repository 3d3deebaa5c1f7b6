using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Tests.Processes;

/// <summary>The spellings that authors may mix in one file, side by side.</summary>
public class DesignedDefinitionTests
{
    private const string Text = """
        process: desk
        title: Support case
        ticket: "CAS-{year}-{number:00000}"

        fields:
          product:   { type: choice, choices: [Laptop, Phone, Cloud], label: { en: Product, fr: Produit } }
          impact:    { type: integer, min: 1, max: 5 }
          serial:    { type: text, pattern: "^[A-Z0-9-]{6,20}$" }
          resolution-type: { type: text }

        statuses:
          active:
            in-progress:         { title: In progress, initial: true }
            on-hold:             { title: On hold, pauses-sla: true }
            waiting-for-details: { title: Waiting for details, pauses-sla: true }
            researching:         { title: Researching }
          resolved:
            problem-solved:       { title: Problem solved }
            information-provided: { title: Information provided }
          cancelled:
            cancelled: { title: Cancelled }
            merged:    { title: Merged }

        transitions:
          - from: in-progress
            to: [on-hold, waiting-for-details, researching, cancelled, merged]
          - from: researching
            to: problem-solved
            when:                         # every line must hold; each is evaluated and reported on its own
              - case.stage == 'resolve'
              - case.openActivities == 0
            roles: [agent, supervisor]
          - from: [on-hold, waiting-for-details]
            to: [cancelled, information-provided]
          - from: waiting-for-details
            to: cancelled
            after: 10 business days

        stages:
          - identify:
              title: Identify
              steps:
                - lookup: customer
                  required: true
                - lookup: contact
                - find-case
                - field: title
                  required: true
                - lookup: entitlement
          - research:
              title: Research
              steps:
                - similar-cases
                - activity: phone-call
                - field: impact
                  required: true
                  when: [case.priority == 'high']
          - resolve:
              title: Resolve
              enter: [has(case.fields.impact)]
              steps:
                - field: resolution-type
                  required: true

        queues:
          front-line: { title: Front line, members: [team:support], assign: manual }
          gold:       { title: Gold desk, members: [team:gold] }
          outage:     { title: Major incidents, members: [team:ops] }

        routing:
          - rule: Outages
            when: [case.title.matches('(?i)outage|down|interruption'), case.priority == 'high']
            queue: outage
          - rule: Gold customers
            when: customer.tier in ['gold', 'platinum'] && now - case.createdAt < duration('72h')
            queue: gold
          - otherwise: front-line

        calendars:
          business: { time-zone: Europe/Paris, hours: "Mon-Fri 09:00-18:00", holidays: [2026-12-25] }

        sla:
          - kpi: First response
            when: [customer.tier == 'gold']
            calendar: business
            starts: case.created
            met-by: case.picked(worker != 'robot')
            warn-after: 45m
            fail-after: 1h
            on-warn:  [{ notify: owner }]
            on-fail:  [{ queue: outage }, { set: { priority: high } }]

        automation:
          - rule: Send survey
            on: case.resolved
            when: [case.origin == 'email']
            do: [{ run: send-survey }]
        """;

    [Fact]
    public void They_are_all_understood()
    {
        var process = Definitions.Ready(Text);

        Assert.Equal(
            (8, 11, 3, 3, 3),
            (
                process.Parts.Statuses.Length,
                process.Parts.Transitions.Length,
                process.Stages.Length,
                process.Parts.Queues.Length,
                process.Parts.Routing.Length
            )
        );
        Assert.Equal(
            ("business", 3_600, 2, "10 business days"),
            (
                process.Parts.Calendars.Single().Key,
                process.Parts.Sla.Single().FailAfter,
                process.Parts.Sla.Single().OnFail.Length,
                process.Parts.Transitions.Single(move => move.After is not null).After!.Text
            )
        );
        Assert.Equal(new CaseAction.Run("send-survey"), process.Parts.Automation.Single().Do.Single());
        Assert.Equal(
            "CAS-2026-00042",
            process.Parts.Ticket.Write(42, new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero))
        );
    }
}
