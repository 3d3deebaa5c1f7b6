namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>The keys of a queue's overflow.</summary>
internal static class OverflowKeys
{
    public static readonly Key To = new("to", Shape.Reference, "The queue that the cases go on to.")
    {
        Required = true,
    };

    public static readonly Key WhenWaitingOver = new(
        "when-waiting-over",
        new Shape.Whole(1, 1_000_000),
        "So many cases may wait here; what the routing sends beyond that goes on at once."
    );

    public static readonly Key LongerThan = new(
        "longer-than",
        Shape.AnyText,
        "So long may a case wait here, such as 30m or 2 hours; then it goes on."
    );

    public static readonly Section Section = new("overflow", [To, WhenWaitingOver, LongerThan]);
}
