using YamlDotNet.Core;

namespace CaseFlow.Engine.Processes.Yaml;

/// <summary>Places in the text of a YAML file.</summary>
internal static class YamlText
{
    public static YamlPlace Place(Mark mark) => new((int)Math.Max(mark.Line, 1), (int)Math.Max(mark.Column, 1));

    public static string Slice(string text, Mark start, Mark end)
    {
        var from = (int)Math.Clamp(start.Index, 0, text.Length);
        var to = (int)Math.Clamp(end.Index, from, text.Length);
        return text[from..to];
    }

    /// <summary>The first character that no text has: a control character, or half of a pair.</summary>
    public static YamlPlace? FindForeign(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (IsForeign(text, at))
            {
                return PlaceOf(text, at);
            }

            at += char.IsHighSurrogate(text[at]) ? 1 : 0;
        }

        return null;
    }

    /// <summary>The line, without its end, that stands at this number from 1; empty where there is none.</summary>
    public static ReadOnlySpan<char> Line(string text, int number)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (--number == 0)
            {
                return line;
            }
        }

        return [];
    }

    /// <summary>The place, or the end of the text where it lies behind that.</summary>
    public static YamlPlace Within(string text, YamlPlace place)
    {
        var end = PlaceOf(text, text.Length);
        return place.Line > end.Line ? end : place;
    }

    public static YamlPlace PlaceOf(string text, int offset)
    {
        var before = text.AsSpan(0, offset);
        return new YamlPlace(before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }

    // Text that was decoded from bytes that are no UTF-8 has U+FFFD where they stood.
    private static bool IsForeign(string text, int at) =>
        text[at] switch
        {
            '\t' or '\n' or '\r' => false,
            < ' ' or '\u007F' or '\uFFFD' or '\uFFFE' or '\uFFFF' => true,
            var high when char.IsHighSurrogate(high) => at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]),
            var other => char.IsLowSurrogate(other),
        };
}
