using CaseFlow.Engine.Processes.Reading;

namespace CaseFlow.Engine.Logs.Maps;

/// <summary>The keys of a map file.</summary>
internal static class LogMapKeys
{
    public static readonly Key Case = new("case", Shape.AnyText, "The column that tells which case a row is about.");

    public static readonly Key Status = new(
        "status",
        new Shape.OneOrMany(Shape.AnyText),
        "The column of the status; where several columns make it, their values are joined with '/'."
    );

    public static readonly Key Time = new(
        "time",
        new Shape.OneOrMany(Shape.AnyText),
        "The column of the time; where several columns make it, such as a date and a time of day, all of them."
    );

    public static readonly Key TimeFormat = new(
        "time-format",
        Shape.AnyText,
        "How times are written, such as 'dd/MM/yyyy HH:mm'; without it, that is recognized."
    );

    public static readonly Key User = new("user", Shape.AnyText, "The column that tells who did it.");

    public static readonly Key Queue = new("queue", Shape.AnyText, "The column of the queue that the case waits in.");

    public static readonly Key Fields = new(
        "fields",
        new Shape.MapOf(Shape.Name, Shape.AnyText, "field", "fields", 500),
        "Fields of the process, each with the column that fills it."
    );

    public static readonly Key Statuses = new(
        "statuses",
        new Shape.MapOf(Shape.AnyText, Shape.Name, "status in the log", "statuses", 5_000),
        "What the log calls a status, each with the key of the status in the process."
    );

    public static readonly Section Section = new(
        "map",
        [Case, Status, Time, TimeFormat, User, Queue, Fields, Statuses]
    );
}
