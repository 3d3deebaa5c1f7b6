namespace CaseFlow.Engine.Processes.Editing;

/// <summary>A text in lines, which can be put together again byte for byte.</summary>
/// <param name="Break">Between two lines.</param>
internal sealed record TextLines(ImmutableArray<string> Lines, string Break)
{
    // YAML begins a new line at each of these as well, so that its numbers of lines would not be ours.
    private static readonly string[] otherBreaks = ["\u0085", "\u2028", "\u2029"];

    /// <summary>Null where lines end so differently that their numbers mean nothing.</summary>
    public static TextLines? Of(string text)
    {
        var withReturn = text.Split("\r\n").Length - 1;
        var lineBreak = withReturn > 0 ? "\r\n" : "\n";
        return
            text.Count(letter => letter == '\r') != withReturn
            || (withReturn > 0 && text.Count(letter => letter == '\n') != withReturn)
            || otherBreaks.Any(one => text.Contains(one, StringComparison.Ordinal))
            ? null
            : new([.. text.Split(lineBreak)], lineBreak);
    }

    public string Text => string.Join(Break, Lines);

    /// <summary>Replaces lines by others.</summary>
    /// <param name="first">From 1.</param>
    public TextLines With(int first, int count, IEnumerable<string> others) =>
        this with
        {
            Lines = [.. Lines.Take(first - 1), .. others, .. Lines.Skip(first - 1 + count)],
        };

    /// <summary>The lines that differ, as few as can be while they stand together; null where none does.</summary>
    public TextChange? ChangeTo(TextLines other)
    {
        var (old, now) = (Lines, other.Lines);
        var most = Math.Min(old.Length, now.Length);
        var same = 0;
        while (same < most && old[same] == now[same])
        {
            same++;
        }

        var tail = 0;
        while (tail < most - same && old[^(tail + 1)] == now[^(tail + 1)])
        {
            tail++;
        }

        return same == old.Length && same == now.Length ? null : new(same + 1, old[same..^tail], now[same..^tail]);
    }
}
