using Parlot;
using Parlot.Fluent;

namespace CaseFlow.Engine.Conditions;

/// <summary>A token that, where it is missing, is noted in the <see cref="Reading"/> in plain words.</summary>
internal sealed class Expected<T>(Parser<T> token, string? what) : Parser<T>
{
    public override bool Parse(ParseContext context, ref ParseResult<T> result)
    {
        if (token.Parse(context, ref result))
        {
            return true;
        }

        ((Reading)context).Miss(context.Scanner.Cursor.Offset, what);
        return false;
    }
}
