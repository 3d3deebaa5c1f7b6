using System.Globalization;
using Parlot;
using Parlot.Fluent;

namespace CaseFlow.Engine.Conditions;

/// <summary>Turns the tokens of strings, bytes and numbers into values.</summary>
internal static class LiteralReader
{
    public static Syntax String(ParseContext context, int start, int _, TextSpan token)
    {
        var at = Reading.PlaceFrom(start, context);
        var text = token.Span;
        var prefix = text.IndexOfAny('\'', '"');
        var quote = Tokens.QuoteAt(text[prefix..]);
        var body = text[(prefix + quote.Length)..];
        if (!body.EndsWith(quote))
        {
            return Wrong(context, at, "this string is not closed");
        }

        body = body[..^quote.Length];
        if (quote.Length == 1 && body.ContainsAny('\r', '\n'))
        {
            return Wrong(context, at, "this string goes over a line break; use three quotes for that");
        }

        var raw = text[..prefix].ContainsAny('r', 'R');
        var bytes = text[..prefix].ContainsAny('b', 'B');
        return Escapes.Read(body, raw, bytes, out var wrong) is { } read
            ? Literal(bytes ? CelValue.Bytes(read) : CelValue.Of(read), at)
            : Wrong(context, at, wrong);
    }

    public static Syntax Number(ParseContext context, int start, int _, TextSpan token)
    {
        var at = Reading.PlaceFrom(start, context);
        return ReadNumber(token.Span) is { } value
            ? Literal(value, at)
            : Wrong(context, at, $"{token} is out of range");
    }

    private static CelValue? ReadNumber(ReadOnlySpan<char> text)
    {
        var negative = text.StartsWith('-');
        var unsigned = text[^1] is 'u' or 'U';
        var digits = text[(negative ? 1 : 0)..(unsigned ? ^1 : ^0)];
        var hex = digits.StartsWith("0x");
        if (!hex && digits.ContainsAny(".eE"))
        {
            var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            return double.IsFinite(number) ? CelValue.Of(number) : null;
        }

        var style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!ulong.TryParse(digits[(hex ? 2 : 0)..], style, CultureInfo.InvariantCulture, out var magnitude))
        {
            return null;
        }

        return (unsigned, negative) switch
        {
            (true, false) => CelValue.Of(magnitude),
            (false, false) when magnitude <= long.MaxValue => CelValue.Of((long)magnitude),
            (false, true) when magnitude <= (ulong)long.MaxValue + 1 => CelValue.Of(unchecked(-(long)magnitude)),
            _ => null,
        };
    }

    private static Syntax.Literal Literal(CelValue value, Place at) => new(value) { At = at };

    private static Syntax.Literal Wrong(ParseContext context, Place at, string message)
    {
        ((Reading)context).Report(at, message);
        return Literal(CelValue.Error(message), at);
    }
}
