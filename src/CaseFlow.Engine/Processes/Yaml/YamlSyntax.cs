using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CaseFlow.Engine.Processes.Yaml;

/// <summary>Says what is wrong with the YAML itself so that somebody who does not know YAML can mend it.</summary>
internal static class YamlSyntax
{
    public const string NotClosed = "this bracket is not closed; end it with ']' or '}'";

    private const string QuoteIt = "put the whole text in double quotes";

    /// <param name="last">What was read before.</param>
    /// <param name="bracket">The innermost bracket that is still open.</param>
    public static void Explain(
        string text,
        YamlException wrong,
        ParsingEvent? last,
        YamlPlace? bracket,
        ProblemList problems
    )
    {
        var at = YamlText.Place(wrong.Start);
        var (place, message) = wrong.Message switch
        {
            var said when Says(said, "tab") && FindTab(text, at.Line) is { } tab => (
                tab,
                "a tab cannot indent in YAML; use spaces"
            ),
            var said when Says(said, "quoted") && (Says(said, "end of stream") || Says(said, "indentation")) => (
                at,
                "this quote is not closed"
            ),
            var said when Says(said, "invalid mapping") => (
                at,
                $"this ':' would begin a second value; where it belongs to a text, {QuoteIt}"
            ),
            var said when Says(said, "cannot start any token") => (
                at,
                $"a text cannot begin with '{Character(text, at)}'; {QuoteIt}"
            ),
            var said when Says(said, "escape character") => (
                at,
                "in double quotes '\\' begins an escape such as '\\n'; write it as '\\\\', or use single quotes"
            ),
            var said when Says(said, "tag") => (
                at,
                $"a value that begins with '!' is a tag to YAML, and tags mean nothing here; {QuoteIt}"
            ),
            _ when bracket is { } open && (open.Line != at.Line || AtEnd(text, at)) => (open, NotClosed),
            _ when bracket is not null => (
                at,
                $"',' or the closing bracket was expected here; where the text before has brackets of its own, {QuoteIt}"
            ),
            _ when last is Scalar { Style: not ScalarStyle.Plain } scalar && scalar.End.Line == at.Line => (
                at,
                $"the text goes on after its closing quote; {QuoteIt}"
            ),
            var said when Says(said, "expected key") || Says(said, "expected '-'") || Says(said, "block") => (
                at,
                "this line does not go with the lines above; indent it like its neighbours"
            ),
            var said when Says(said, "node content") => (at, "a value is missing here"),
            var said => (at, $"this is no YAML: {said.TrimEnd('.')}"),
        };
        problems.Add(YamlText.Within(text, place), ProblemCodes.Syntax, message);
    }

    private static bool Says(string message, string words) =>
        message.Contains(words, StringComparison.OrdinalIgnoreCase);

    // The parser names the beginning of the file or of what goes before, so look for the line itself.
    private static YamlPlace? FindTab(string text, int from)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var indent = line[..^line.TrimStart().Length];
            if (number >= from && indent.Contains('\t'))
            {
                return new YamlPlace(number, indent.IndexOf('\t') + 1);
            }
        }

        return null;
    }

    private static bool AtEnd(string text, YamlPlace at) =>
        YamlText.Line(text, at.Line) is var line && (at.Column > line.Length || line[(at.Column - 1)..].IsWhiteSpace());

    private static char Character(string text, YamlPlace at) =>
        YamlText.Line(text, at.Line) is var line && at.Column <= line.Length ? line[at.Column - 1] : ' ';
}
