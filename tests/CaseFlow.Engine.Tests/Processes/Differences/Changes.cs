namespace CaseFlow.Engine.Tests.Processes.Differences;

/// <summary>Changes to the definition in the folder, each as what stands there and what stands there afterwards.</summary>
internal static class Changes
{
    public static ImmutableDictionary<string, ImmutableArray<(string From, string To)>> All { get; } =
        new (string Name, (string From, string To)[] Edits)[]
        {
            ("title", [("en: Repair, fr: Réparation", "en: Workshop, fr: Atelier")]),
            ("ticket", [("REP-{number:00000}", "REP-{year}-{number}")]),
            ("status-renamed", [("en: On hold, fr: En attente", "en: Paused, fr: En attente")]),
            ("status-translated", [("en: On hold, fr: En attente", "en: On hold, fr: En pause")]),
            (
                "status-rekeyed",
                [
                    ("    on-hold:     {", "    paused:     {"),
                    ("to: [on-hold, researching]", "to: [paused, researching]"),
                    ("from: [on-hold, researching]", "from: [paused, researching]"),
                    ("[in-progress, on-hold, researching]", "[in-progress, paused, researching]"),
                    ("  - from: on-hold", "  - from: paused"),
                    ("policies:", "migrate:\n  statuses: { on-hold: paused }\npolicies:"),
                ]
            ),
            ("status-added", [("    researching: {", "    waiting: { title: Waiting }\n    researching: {"), AndMoves]),
            (
                "status-state",
                [
                    ("solved: { title: Solved }", "done: { title: Done }"),
                    ("to: solved", "to: done"),
                    ("[solved, cancelled]", "[done, cancelled]"),
                ]
            ),
            (
                "status-becomes-active",
                [
                    (
                        "    cancelled: { title: Cancelled }",
                        "    cancelled: { title: Cancelled }\n    researched: { title: Researched }"
                    ),
                    (
                        "[in-progress, on-hold, researching]\n    to: cancelled",
                        "[in-progress, on-hold, researching]\n    to: [cancelled, researched]"
                    ),
                ]
            ),
            (
                "status-initial",
                [
                    (
                        "    on-hold:     { title: { en: On hold, fr: En attente }, ",
                        "    on-hold:     { title: { en: On hold, fr: En attente }, initial: true, "
                    ),
                ]
            ),
            (
                "status-first",
                [
                    ("fr: En cours }, initial: true }", "fr: En cours } }"),
                    ("researching: { title: Researching }", "researching: { title: Researching, initial: true }"),
                ]
            ),
            ("status-counts", [("fr: En attente }, pauses-sla: true }", "fr: En attente } }")]),
            (
                "status-moves-to-another-state",
                [
                    (
                        "    researching: { title: Researching }\n  resolved:\n",
                        "  resolved:\n    researching: { title: Researching }\n"
                    ),
                    (
                        "    to: [on-hold, researching]\n  - from: [on-hold, researching]",
                        "    to: [on-hold, researching, solved]\n  - from: [on-hold, researching]"
                    ),
                    ("  - name: Solve\n    from: researching", "  - name: Solve\n    from: in-progress"),
                    (
                        "[in-progress, on-hold, researching]\n    to: cancelled",
                        "[in-progress, on-hold]\n    to: cancelled"
                    ),
                ]
            ),
            ("moves-allowed", [("    to: [on-hold, researching]\n", "    to: [on-hold, researching, solved]\n")]),
            (
                "moves-spread",
                [
                    (
                        "  - from: [on-hold, researching]\n    to: in-progress\n",
                        "  - from: [on-hold, researching]\n    to: [in-progress, solved]\n"
                    ),
                ]
            ),
            (
                "way-added",
                [
                    (
                        "  - from: [solved, cancelled]",
                        "  - from: researching\n    to: solved\n    requires: serial\n    roles: admin\n  - from: [solved, cancelled]"
                    ),
                ]
            ),
            (
                "move-asks",
                [("      - case.openActivities == 0\n", "      - case.openActivities == 0\n      - has(case.worker)\n")]
            ),
            ("move-asks-other", [("case.openActivities == 0", "case.openActivities <= 1")]),
            (
                "moves-ask",
                [
                    (
                        "  - from: [in-progress, on-hold, researching]\n    to: cancelled\n",
                        "  - from: [in-progress, on-hold, researching]\n    to: cancelled\n    when: case.openActivities == 0\n    roles: supervisor\n"
                    ),
                ]
            ),
            ("move-requires", [("requires: cause", "requires: [cause, serial]")]),
            ("move-roles", [("roles: [agent, supervisor]", "roles: supervisor")]),
            ("move-named", [("name: Solve", "name: Close")]),
            ("move-timed", [("after: 3 days", "after: 10 business days")]),
            ("move-untimed", [("  - from: on-hold\n    to: in-progress\n    after: 3 days\n", "")]),
            (
                "stage-added",
                [
                    (
                        "  - resolve:\n",
                        "  - check:\n      enter: has(case.fields.impact)\n      steps:\n        - field: serial\n          required: true\n        - activity: note\n  - resolve:\n"
                    ),
                ]
            ),
            ("stage-renamed", [("en: Research, fr: Recherche", "en: Find out, fr: Enquête")]),
            ("stage-translated", [("en: Research, fr: Recherche", "en: Research, fr: Enquête")]),
            (
                "stage-rekeyed",
                [
                    ("  - identify:\n      title: Identify", "  - intake:\n      title: Identify"),
                    ("policies:", "migrate:\n  stages: { identify: intake }\npolicies:"),
                ]
            ),
            (
                "stages-moved",
                [
                    (
                        "  - identify:\n      title: Identify\n      steps:\n        - lookup: customer\n          required: true\n        - lookup: contact\n",
                        ""
                    ),
                    (
                        "  - resolve:\n",
                        "  - identify:\n      title: Identify\n      steps:\n        - lookup: customer\n          required: true\n        - lookup: contact\n  - resolve:\n"
                    ),
                ]
            ),
            (
                "gate",
                [
                    (
                        "      enter: case.priority != 'high' || has(case.fields.impact)",
                        "      enter:\n        - has(case.fields.impact)\n        - case.openActivities == 0"
                    ),
                ]
            ),
            (
                "step-required",
                [("        - activity: phone-call\n", "        - activity: phone-call\n          required: true\n")]
            ),
            (
                "step-asked",
                [
                    (
                        "          when: case.priority == 'high'\n        - activity",
                        "          when: case.priority != 'low'\n        - activity"
                    ),
                ]
            ),
            (
                "step-asked-always",
                [("          when: case.priority == 'high'\n        - activity", "        - activity")]
            ),
            (
                "steps-moved",
                [
                    ("        - similar-cases\n", ""),
                    ("        - activity: phone-call\n", "        - activity: phone-call\n        - similar-cases\n"),
                ]
            ),
            ("step-removed", [("        - lookup: contact\n", "")]),
            (
                "field-added",
                [("  cause:   {", "  colour: { type: choice, choices: [Red, Blue], label: Colour }\n  cause:   {")]
            ),
            ("field-label", [("en: Impact, fr: Impact", "en: Weight, fr: Poids")]),
            ("field-translated", [("en: Impact, fr: Impact", "en: Impact, fr: Poids")]),
            ("field-rekeyed", [("  serial:  {", "  serial-number:  {")]),
            ("field-limits", [("min: 1, max: 5", "max: 10"), ("max-length: 20", "max-length: 40")]),
            ("field-choices", [("[Hardware, Software]", "[Hardware, Human]")]),
            (
                "rule-moved",
                [
                    ("  - rule: By telephone\n    when: case.origin == 'phone'\n    queue: front-line\n", ""),
                    (
                        "routing:\n",
                        "routing:\n  - rule: By telephone\n    when: case.origin == 'phone'\n    queue: front-line\n"
                    ),
                ]
            ),
            ("rule-takes", [("['gold', 'platinum']", "['gold', 'silver', 'bronze']")]),
            ("rule-takes-one-more", [("case.origin == 'phone'", "case.origin in ['phone', 'web']")]),
            (
                "rule-asks",
                [("    when: case.origin == 'phone'\n", "    when: [case.origin == 'phone', case.priority == 'low']\n")]
            ),
            ("rule-asks-other", [("outage|down", "outage|down|interruption")]),
            (
                "rule-queue",
                [
                    (
                        "    when: case.origin == 'phone'\n    queue: front-line",
                        "    when: case.origin == 'phone'\n    queue: gold"
                    ),
                ]
            ),
            (
                "rule-added",
                [
                    (
                        "  - otherwise:",
                        "  - rule: By web\n    when: case.origin == 'web'\n    queue: gold\n  - otherwise:"
                    ),
                ]
            ),
            ("rule-renamed", [("rule: By telephone", "rule: Callers")]),
            ("otherwise-queue", [("otherwise: front-line", "otherwise: gold")]),
            ("otherwise-removed", [("  - otherwise: front-line\n", "")]),
            (
                "queue-added",
                [("  outage:     {", "  night: { title: Night shift, members: team:night }\n  outage:     {")]
            ),
            ("queue-renamed", [("en: Front line, fr: Première ligne", "en: First line, fr: Accueil")]),
            ("queue-translated", [("en: Front line, fr: Première ligne", "en: Front line, fr: Accueil")]),
            (
                "queue-rekeyed",
                [
                    ("  outage:     {", "  incidents:  {"),
                    ("    queue: outage\n", "    queue: incidents\n"),
                    ("{ queue: outage }", "{ queue: incidents }"),
                    ("policies:", "migrate:\n  queues: { outage: incidents }\npolicies:"),
                ]
            ),
            ("queue-people", [("members: [team:ops]", "members: [team:ops-night, user:ann]")]),
            (
                "queue-settings",
                [
                    (
                        "assign: least-loaded, capacity: 8, overflow: { to: front-line, longer-than: 2 hours }",
                        "assign: round-robin, visibility: private, overflow: { to: front-line, longer-than: 1 hour }, skills: french, hours: business"
                    ),
                ]
            ),
            ("calendar", [("Mon-Fri 09:00-18:00", "Mon-Sat 08:00-20:00"), ("    holidays: [12-25]\n", "")]),
            (
                "calendar-added",
                [("calendars:\n", "calendars:\n  night: { time-zone: Europe/Paris, hours: \"Mon-Sun 20:00-24:00\" }\n")]
            ),
            ("promise-times", [("warn-after: 45m\n    fail-after: 1h", "warn-after: [50%, 80%]\n    fail-after: 30m")]),
            (
                "kpi-called",
                [("    rule: Gold\n", "    rule: Gold\n    title: { en: First answer, fr: Première réponse }\n")]
            ),
            ("promise-on-fail", [("    on-fail: [{ queue: outage }]\n", "")]),
            (
                "promise-asks",
                [
                    (
                        "    when: customer.tier == 'gold'\n",
                        "    when: [customer.tier == 'gold', case.priority == 'high']\n"
                    ),
                ]
            ),
            (
                "promise-supplied",
                [("    rule: Silver\n    when: customer.tier == 'silver'", "    rule: Silver\n    sla: Silver")]
            ),
            ("promise-asks-other", [("customer.tier == 'silver'", "customer.tier == 'bronze'")]),
            (
                "promise-added",
                [
                    (
                        "  - kpi: First response\n    rule: Silver\n",
                        "  - kpi: Resolution\n    starts: case.created\n    met-by: case.resolved\n    fail-after: 3 days\n  - kpi: First response\n    rule: Silver\n"
                    ),
                ]
            ),
            (
                "promises-moved",
                [
                    (
                        "    rule: Gold\n    when: customer.tier == 'gold'",
                        "    rule: Silver\n    when: customer.tier == 'silver'"
                    ),
                    (
                        "    rule: Silver\n    when: customer.tier == 'silver'\n    calendar: business\n    starts: case.created\n    met-by: activity.completed(direction == 'outgoing')\n    fail-after: 2h",
                        "    rule: Gold\n    when: customer.tier == 'gold'\n    calendar: business\n    starts: case.created\n    met-by: activity.completed(direction == 'outgoing')\n    fail-after: 2h"
                    ),
                ]
            ),
            (
                "reaction-added",
                [
                    (
                        "automation:\n",
                        "automation:\n  - rule: Tell the owner\n    on: case.queued\n    do: [{ notify: owner }]\n"
                    ),
                ]
            ),
            (
                "reaction-moved",
                [
                    (
                        "  - rule: Send survey\n    on: case.resolved\n    when: case.origin == 'email'\n    do: [{ run: send-survey }]\n",
                        ""
                    ),
                    (
                        "policies:",
                        "  - rule: Send survey\n    on: case.resolved\n    when: case.origin == 'email'\n    do: [{ run: send-survey }]\n\npolicies:"
                    ),
                ]
            ),
            ("reaction-renamed", [("rule: Send survey", "rule: Ask for an opinion")]),
            (
                "reaction-changed",
                [
                    (
                        "    on: case.resolved\n    when: case.origin == 'email'\n    do: [{ run: send-survey }]",
                        "    on: [case.resolved, case.cancelled]\n    when: case.origin in ['email', 'web']\n    do: [{ run: send-survey }, { note: Asked }]"
                    ),
                ]
            ),
            (
                "reaction-asks",
                [
                    (
                        "    when: case.fields.impact >= 4\n",
                        "    when: [case.fields.impact >= 4, case.priority != 'low']\n"
                    ),
                ]
            ),
            ("policies", [("  max-children: 50", "  max-children: 20\n  resolve-from-any-stage: true")]),
            ("policy-unset", [("  max-children: 50", "  max-merged: 5")]),
        }.ToImmutableDictionary(one => one.Name, one => one.Edits.ToImmutableArray(), StringComparer.Ordinal);

    private static (string From, string To) AndMoves =>
        ("to: [on-hold, researching]", "to: [on-hold, researching, waiting]\n  - from: waiting\n    to: in-progress");

    public static string Apply(string text, string name) =>
        All[name]
            .Aggregate(
                text,
                (so, edit) =>
                {
                    var at = so.LastIndexOf(edit.From, StringComparison.Ordinal);
                    Assert.True(at >= 0, $"'{edit.From}' does not stand there");
                    return so[..at] + edit.To + so[(at + edit.From.Length)..];
                }
            );
}
