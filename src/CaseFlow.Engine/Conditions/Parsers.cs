using Parlot;
using Parlot.Fluent;

namespace CaseFlow.Engine.Conditions;

/// <summary>How far the token at the start of a span goes; zero where there is none.</summary>
internal delegate int TokenScanner(ReadOnlySpan<char> span);

/// <summary>A token that a function finds.</summary>
internal sealed class Scanned(TokenScanner scanner) : Parser<TextSpan>
{
    public override bool Parse(ParseContext context, ref ParseResult<TextSpan> result)
    {
        var cursor = context.Scanner.Cursor;
        var start = cursor.Offset;
        var length = scanner(cursor.Span);
        if (length == 0)
        {
            return false;
        }

        cursor.Advance(length);
        result.Set(start, start + length, new TextSpan(context.Scanner.Buffer, start, length));
        return true;
    }
}

/// <summary>What may be missing: a list of one, or of none.</summary>
internal sealed class Maybe<T>(Parser<T> parser) : Parser<IReadOnlyList<T>>
{
    public override bool Parse(ParseContext context, ref ParseResult<IReadOnlyList<T>> result)
    {
        var found = new ParseResult<T>();
        if (parser.Parse(context, ref found))
        {
            result.Set(found.Start, found.End, [found.Value]);
        }
        else
        {
            var here = context.Scanner.Cursor.Offset;
            result.Set(here, here, []);
        }

        return true;
    }
}

/// <summary>What holds itself, no deeper than the <see cref="Reading"/> allows.</summary>
internal sealed class Nested<T>(Parser<T> parser) : Parser<T>
{
    public override bool Parse(ParseContext context, ref ParseResult<T> result)
    {
        var reading = (Reading)context;
        reading.Enter();
        var found = parser.Parse(context, ref result);
        reading.Leave();
        return found;
    }
}
