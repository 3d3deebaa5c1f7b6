using System.Collections.Frozen;

namespace CaseFlow.Engine.Logs.Discovering;

/// <summary>What the names of statuses tell about them.</summary>
internal static class StatusWords
{
    private static readonly FrozenSet<string> Closed = Words(
        "closed, complete, completed, done, finished, fixed, resolved, solved, archived, merged, duplicate"
    );

    private static readonly FrozenSet<string> Cancelled = Words(
        "canceled, cancelled, cancel, rejected, reject, declined, withdrawn, withdraw, aborted, abandoned, revoked, void"
    );

    // 'Not completed' and 'Waiting to be closed' are not closed.
    private static readonly FrozenSet<string> Denying = Words(
        "not, never, no, un, pending, waiting, awaiting, wait, to, partially, partly, almost, before, until, if, re, request, requested"
    );

    public static bool SoundClosed(string title) => Sound(title, Closed);

    /// <summary>A case of a status called so was given up, not solved.</summary>
    public static bool SoundCancelled(string title) =>
        // The key says more than its name: a case can only be cancelled to 'merged' together with the one that survives.
        LogText.Slug(title) != "merged"
        && Sound(title, Cancelled);

    private static bool Sound(string title, FrozenSet<string> words)
    {
        var said = LogText.Slug(title).Split('-');
        return said.Any(words.Contains) && !said.Any(Denying.Contains);
    }

    private static FrozenSet<string> Words(string list) => list.Split(", ").ToFrozenSet(StringComparer.Ordinal);
}
