using System.Text;

namespace CaseFlow.Engine.Webhooks.Reading;

/// <summary>Takes a text apart at its <c>${...}</c>.</summary>
internal static class TextPieces
{
    private const string Open = "${";

    /// <param name="Offset">Where it stands in the text.</param>
    /// <param name="Problem">What is wrong with it; then it says nothing else.</param>
    public sealed record Piece(string Text, int Offset, bool IsExpression, string? Problem = null);

    public static IEnumerable<Piece> Of(string text)
    {
        var plain = new StringBuilder();
        var at = 0;
        while (at < text.Length)
        {
            if (string.CompareOrdinal(text, at, "$${", 0, 3) == 0)
            {
                plain.Append(Open); // '$${' stands for the two characters themselves
                at += 3;
            }
            else if (string.CompareOrdinal(text, at, Open, 0, 2) != 0)
            {
                plain.Append(text[at++]);
            }
            else
            {
                if (plain.Length > 0)
                {
                    yield return new Piece(plain.ToString(), at - plain.Length, IsExpression: false);
                    plain.Clear();
                }

                var end = EndOf(text, at + 2);
                yield return end < 0
                    ? new Piece(
                        "",
                        at,
                        true,
                        "'${' is not closed; write '}' behind the expression, or '$${' for the two characters"
                    )
                    : new Piece(text[(at + 2)..end], at + 2, IsExpression: true);
                at = end < 0 ? text.Length : end + 1;
            }
        }

        if (plain.Length > 0)
        {
            yield return new Piece(plain.ToString(), at - plain.Length, IsExpression: false);
        }
    }

    /// <summary>The brace that closes the expression: none within quotes, nor one of a map. -1 where there is none.</summary>
    private static int EndOf(string text, int from)
    {
        var depth = 0;
        char? quote = null;
        for (var at = from; at < text.Length; at++)
        {
            var letter = text[at];
            if (quote is not null)
            {
                at += letter == '\\' ? 1 : 0;
                quote = letter == quote ? null : quote;
                continue;
            }

            switch (letter)
            {
                case '\'' or '"':
                    quote = letter;
                    break;
                case '{':
                    depth++;
                    break;
                case '}' when depth-- == 0:
                    return at;
            }
        }

        return -1;
    }
}
