using YamlDotNet.Core;

namespace CaseFlow.Engine.Processes.Yaml;

/// <summary>
/// Finds a character of a scalar's value in the file. YAML folds, indents and trims only white space, so the n-th visible
/// character of the value is the n-th visible one of what was written; quotes and escapes are stepped over.
/// </summary>
internal static class ScalarPlaces
{
    public static YamlPlace Find(YamlScalar scalar, int offset)
    {
        var before = scalar.Value.AsSpan(0, Math.Clamp(offset, 0, scalar.Value.Length));
        var visible = 0;
        foreach (var character in before)
        {
            visible += char.IsWhiteSpace(character) ? 0 : 1;
        }

        var written = scalar.Written;
        var at = SkipHeader(scalar);
        // At the end of the value the place is right behind its last visible character, not at the closing quote's line.
        var behind = at;
        while (at < written.Length)
        {
            var (length, shown) = Unit(written, at, scalar.Style);
            if (shown > 0)
            {
                if (visible < shown)
                {
                    return PlaceOf(scalar, at);
                }

                visible -= shown;
                behind = at + length;
            }
            else if (visible == 0 && offset >= scalar.Value.Length)
            {
                break;
            }

            at += length;
        }

        return PlaceOf(scalar, behind);
    }

    // Past the anchor, then past the opening quote, or past the '|' or '>' and the rest of its line.
    private static int SkipHeader(YamlScalar scalar)
    {
        var written = scalar.Written;
        var at = 0;
        while (scalar.Style != ScalarStyle.Any && at < written.Length && written[at] == '&')
        {
            at = SkipWhile(written, at, character => !char.IsWhiteSpace(character));
            at = SkipWhile(written, at, char.IsWhiteSpace);
        }

        return scalar.Style switch
        {
            ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => Math.Min(at + 1, written.Length),
            ScalarStyle.Literal or ScalarStyle.Folded => SkipWhile(written, at, character => character is not '\n'),
            _ => at,
        };
    }

    // How many written characters make one step, and how many visible characters of the value they stand for.
    private static (int Length, int Shown) Unit(string written, int at, ScalarStyle style)
    {
        var here = written[at];
        if (char.IsWhiteSpace(here))
        {
            return (1, 0);
        }

        if (style == ScalarStyle.SingleQuoted && here == '\'')
        {
            return at + 1 < written.Length && written[at + 1] == '\'' ? (2, 1) : (1, 0);
        }

        if (style != ScalarStyle.DoubleQuoted)
        {
            return (1, 1);
        }

        return here switch
        {
            '"' => (1, 0),
            '\\' when at + 1 < written.Length => Escape(written[at + 1]),
            _ => (1, 1),
        };
    }

    private static (int Length, int Shown) Escape(char kind) =>
        kind switch
        {
            'x' => (4, 1),
            'u' => (6, 1),
            'U' => (10, 2),
            't' or 'n' or 'r' or 'v' or 'f' or ' ' or '\t' or '\n' or '\r' or 'N' or '_' or 'L' or 'P' => (2, 0),
            _ => (2, 1),
        };

    private static int SkipWhile(string text, int at, Func<char, bool> holds)
    {
        while (at < text.Length && holds(text[at]))
        {
            at++;
        }

        return at;
    }

    private static YamlPlace PlaceOf(YamlScalar scalar, int at)
    {
        var (line, column) = (scalar.Start.Line, scalar.Start.Column);
        foreach (var character in scalar.Written.AsSpan(0, Math.Min(at, scalar.Written.Length)))
        {
            (line, column) = character == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        return new YamlPlace(line, column);
    }
}
