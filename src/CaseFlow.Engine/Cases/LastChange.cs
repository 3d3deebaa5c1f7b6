using System.Globalization;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Cases;

/// <summary>The last thing that was done to a case: what its maker can take back.</summary>
/// <param name="Command">The name of the command.</param>
/// <param name="Position">Where the answer to it begins in the history of the case.</param>
/// <param name="Lasting">What came of it that cannot be taken back; null where nothing did.</param>
public sealed record LastChange(string Command, string By, DateTimeOffset At, int Position, string? Lasting)
{
    /// <summary>Names this change among all of the case.</summary>
    public string Token => Position.ToString(CultureInfo.InvariantCulture);

    /// <summary>The last change, after an event that came to this position.</summary>
    internal static LastChange? After(LastChange? last, CaseEvent happened, int position) =>
        happened switch
        {
            Undone undone => undone.As.LastChange,
            { Command: { } command } => new(command, happened.By, happened.At, position, LastingOf(happened)),
            _ when last is { Lasting: null } && LastingOf(happened) is { } lasting => last with { Lasting = lasting },
            _ => last,
        };

    private static string? LastingOf(CaseEvent happened) =>
        happened switch
        {
            { Others: not null } => "It changed other cases along with this one.",
            WorkflowRequested(var workflow, _) => $"It had the workflow '{workflow}' run.",
            ActivityCompleted { Kind: ActivityKind.Email, Direction: Direction.Outgoing } =>
                "The e-mail has been sent.",
            _ => null,
        };
}
