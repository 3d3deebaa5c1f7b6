namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>The three states, and the keys of a status under them.</summary>
internal static class StatusKeys
{
    public static readonly Key Title = new(
        "title",
        new Shape.Label(),
        "What people call the status; without it, its name in words."
    );

    public static readonly Key Initial = new(
        "initial",
        new Shape.Flag(),
        "A case may start here. The first such status is where a case starts when nobody says otherwise."
    );

    public static readonly Key PausesSla = new(
        "pauses-sla",
        new Shape.Flag(),
        "While a case waits here, the time does not count against us."
    );

    public static readonly Section Section = new("status", [Title, Initial, PausesSla]);

    private static readonly Shape Statuses = new Shape.MapOf(
        Shape.Name,
        new Shape.Keys(Section),
        "status",
        "statuses",
        500
    );

    public static readonly Key Active = new("active", Statuses, "Statuses of cases that are being worked on.")
    {
        Required = true,
    };

    public static readonly Key Resolved = new("resolved", Statuses, "Statuses of cases that are solved.");

    public static readonly Key Cancelled = new(
        "cancelled",
        Statuses,
        "Statuses of cases that were given up. A status called 'merged' is for cases that became part of another one."
    );

    public static readonly Section States = new("list of statuses", [Active, Resolved, Cancelled]);
}
