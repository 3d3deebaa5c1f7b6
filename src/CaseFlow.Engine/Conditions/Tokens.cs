using System.Buffers;

namespace CaseFlow.Engine.Conditions;

/// <summary>Finds how far the token at the start of a span goes; zero where there is none.</summary>
internal static class Tokens
{
    private static readonly SearchValues<char> digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> hexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>A string with its prefix and quotes. One that is never closed goes on to the end of the text.</summary>
    public static int String(ReadOnlySpan<char> span)
    {
        var prefix = span.IndexOfAnyExcept("rRbB");
        if (prefix is < 0 or > 2 || span[prefix] is not ('"' or '\''))
        {
            return 0;
        }

        var raw = span[..prefix].ContainsAny('r', 'R');
        var quote = QuoteAt(span[prefix..]);
        for (var i = prefix + quote.Length; i < span.Length; i++)
        {
            if (span[i] == '\\' && !raw)
            {
                i++;
            }
            else if (span[i..].StartsWith(quote))
            {
                return i + quote.Length;
            }
        }

        return span.Length;
    }

    public static ReadOnlySpan<char> QuoteAt(ReadOnlySpan<char> span) =>
        span.StartsWith("\"\"\"") || span.StartsWith("'''") ? span[..3] : span[..1];

    /// <summary>A number with its sign and suffix.</summary>
    public static int Number(ReadOnlySpan<char> span)
    {
        var at = span.StartsWith('-') ? 1 : 0;
        if (span[at..].StartsWith("0x") && Run(span, at + 2, hexDigits) > at + 2)
        {
            return Suffix(span, Run(span, at + 2, hexDigits));
        }

        var whole = Run(span, at, digits);
        var fraction = whole < span.Length && span[whole] == '.' ? Run(span, whole + 1, digits) : whole;
        var end = fraction > whole + 1 ? fraction : whole;
        if (end == at)
        {
            return 0;
        }

        var exponent = Exponent(span, end);
        return exponent == whole ? Suffix(span, whole) : exponent;
    }

    /// <summary>A minus that is no part of a number.</summary>
    public static int Minus(ReadOnlySpan<char> span) => span.StartsWith('-') && Number(span) == 0 ? 1 : 0;

    public static int Name(ReadOnlySpan<char> span)
    {
        var length = 0;
        while (length < span.Length && (span[length] == '_' || IsLetterOrDigit(span[length], length)))
        {
            length++;
        }

        return length;
    }

    /// <summary>A member in backticks, which may hold what a name may not, such as <c>`resolution-type`</c>.</summary>
    public static int QuotedName(ReadOnlySpan<char> span)
    {
        if (!span.StartsWith('`'))
        {
            return 0;
        }

        var close = span[1..].IndexOf('`');
        return close < 1 ? 0 : close + 2;
    }

    /// <summary>White space and comments.</summary>
    public static int Space(ReadOnlySpan<char> span)
    {
        var length = 0;
        while (length < span.Length)
        {
            if (char.IsWhiteSpace(span[length]))
            {
                length++;
            }
            else if (span[length..].StartsWith("//"))
            {
                var line = span[length..].IndexOf('\n');
                length = line < 0 ? span.Length : length + line;
            }
            else
            {
                break;
            }
        }

        return length;
    }

    private static bool IsLetterOrDigit(char character, int position) =>
        char.IsAsciiLetter(character) || (position > 0 && char.IsAsciiDigit(character));

    private static int Run(ReadOnlySpan<char> span, int start, SearchValues<char> allowed)
    {
        var length = span[start..].IndexOfAnyExcept(allowed);
        return length < 0 ? span.Length : start + length;
    }

    private static int Exponent(ReadOnlySpan<char> span, int end)
    {
        if (end == span.Length || span[end] is not ('e' or 'E'))
        {
            return end;
        }

        var sign = end + 1 < span.Length && span[end + 1] is ('+' or '-') ? 1 : 0;
        var start = end + 1 + sign;
        return start < span.Length && Run(span, start, digits) is var stop && stop > start ? stop : end;
    }

    private static int Suffix(ReadOnlySpan<char> span, int end) =>
        end < span.Length && span[end] is ('u' or 'U') ? end + 1 : end;
}
