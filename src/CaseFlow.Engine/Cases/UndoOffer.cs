using System.Collections.Frozen;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Cases;

/// <summary>That a change can be taken back, by who made it.</summary>
/// <param name="Token">What <c>undo</c> names it by.</param>
/// <param name="What">The name of the command.</param>
public sealed record UndoOffer(string Token, DateTimeOffset Until, string What)
{
    private static readonly FrozenSet<string> Commands = FrozenSet.Create(
        StringComparer.Ordinal,
        "edit",
        "status",
        "stage",
        "route",
        "queue",
        "pick",
        "release",
        "unqueue",
        "assign",
        "resolve",
        "cancel",
        "reactivate",
        "add-activity",
        "complete-activity",
        "cancel-activity",
        "do-not-decrement"
    );

    /// <summary>What somebody can take back of this case at this moment; null where nothing.</summary>
    public static UndoOffer? For(Case current, CaseProcess process, string user, DateTimeOffset at) =>
        current.LastChange is { } last
        && last.By == user
        && Obstacle(last) is null
        && EndOf(last, process) is var until
        && at <= until
            ? new(last.Token, until, last.Command)
            : null;

    internal static DateTimeOffset EndOf(LastChange last, CaseProcess process) =>
        last.At + process.Parts.Policies.UndoWithin;

    /// <summary>What about the change itself keeps anybody from taking it back; null where nothing does.</summary>
    internal static Refusal? Obstacle(LastChange last) =>
        last.Command == "merge" ? new Refusal.CannotUndo(last.Command, "Let the cases go by 'unmerge'.", ["unmerge"])
        : !Commands.Contains(last.Command)
            ? new Refusal.CannotUndo(last.Command, "There is no way back from it, only onwards.", [])
        : last.Lasting is { } lasting ? new Refusal.CannotUndo(last.Command, lasting, [])
        : null;
}

/// <summary>What the history says of the change to take back.</summary>
/// <param name="Before">The case as it was before the change.</param>
/// <param name="Events">The change.</param>
/// <param name="Version">Of the case, as it was read.</param>
public sealed record UndoFacts(Case Before, ImmutableArray<CaseEvent> Events, int Version)
{
    /// <summary>Read out of a history; null where nothing in it can be taken back.</summary>
    public static UndoFacts? Of(IReadOnlyList<CaseEvent> history)
    {
        if (CaseHistory.Replay(history)?.LastChange is not { Position: var position and > 1 })
        {
            return null;
        }

        var change = history.Skip(position - 1).ToImmutableArray();
        var next = change.Skip(1).TakeWhile(happened => happened.Command is null).Count() + 1;
        return new(CaseHistory.Replay(history.Take(position - 1))!, change[..next], history.Count);
    }
}
