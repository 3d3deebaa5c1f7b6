namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>The keys of a process definition. Start here: each key leads to the table of what stands behind it.</summary>
internal static class ProcessKeys
{
    public static readonly Key Process = new(
        "process",
        Shape.Name,
        "The key of the process. The file repeats it: support-case stands in support-case.process.yaml."
    )
    {
        Required = true,
    };

    public static readonly Key Title = new("title", new Shape.Label(), "What people call the process.")
    {
        Required = true,
    };

    public static readonly Key Ticket = new(
        "ticket",
        Shape.AnyText,
        "How ticket numbers look: {number:00000} is the number with at least five digits, {year} the year. Without it: {number}."
    );

    public static readonly Key Fields = new(
        "fields",
        new Shape.MapOf(Shape.Name, new Shape.Keys(FieldKeys.Section), "field", "fields", 500),
        "The typed fields of a case, beside the built-in ones."
    );

    public static readonly Key Subjects = new(
        "subjects",
        new Shape.MapOf(Shape.Name, new Shape.Keys(SubjectKeys.Section), "subject", "subjects", 2_000),
        "The tree of what a case can be about. With it, the field 'subject' is one of these; without it, free text."
    );

    public static readonly Key Statuses = new(
        "statuses",
        new Shape.Keys(StatusKeys.States),
        "Every status a case can have, under the state that it belongs to: active, resolved or cancelled."
    )
    {
        Required = true,
    };

    public static readonly Key Transitions = new(
        "transitions",
        new Shape.WordOr(
            TransitionKeys.Any,
            new Shape.ListOf(new Shape.Keys(TransitionKeys.Section), "transitions", 2_000)
        ),
        "Which status may follow which; what is not listed is refused. 'any' allows every move."
    )
    {
        Required = true,
    };

    public static readonly Key Stages = new(
        "stages",
        new Shape.PathOf(StageKeys.Section, "stages", 100),
        "The guided path: its stages in their order, each with its steps."
    );

    public static readonly Key Queues = new(
        "queues",
        new Shape.MapOf(Shape.Name, new Shape.Keys(QueueKeys.Section), "queue", "queues", 500),
        "Where cases wait for people."
    );

    public static readonly Key Routing = new(
        "routing",
        new Shape.ListOf(RoutingKeys.Line, "rules", 1_000),
        "Which queue a case goes to: the first rule whose conditions all hold."
    );

    public static readonly Key Calendars = new(
        "calendars",
        new Shape.MapOf(Shape.Name, new Shape.Keys(CalendarKeys.Section), "calendar", "calendars", 100),
        "Business hours and holidays."
    );

    public static readonly Key Sla = new(
        "sla",
        new Shape.ListOf(new Shape.Keys(SlaKeys.Section), "SLA rules", 200),
        "Times by which something must have happened."
    );

    public static readonly Key Automation = new(
        "automation",
        new Shape.ListOf(new Shape.Keys(AutomationKeys.Section), "rules", 200),
        "What a case does by itself when something happens to it. The rules are looked at in this order."
    );

    public static readonly Key Policies = new(
        "policies",
        new Shape.Keys(PolicyKeys.Section),
        "Where this process differs from how cases usually run."
    );

    public static readonly Key Migrate = new(
        "migrate",
        new Shape.Keys(MigrateKeys.Section),
        "Where open cases of earlier versions go whose status, stage or queue is no longer here: old name to new name."
    );

    public static readonly Section Section = new(
        "process",
        [
            Process,
            Title,
            Ticket,
            Fields,
            Subjects,
            Statuses,
            Transitions,
            Stages,
            Queues,
            Routing,
            Policies,
            Migrate,
            Calendars,
            Sla,
            Automation,
        ]
    );
}
