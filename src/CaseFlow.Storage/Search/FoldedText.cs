using System.Globalization;
using System.Text;

namespace CaseFlow.Storage;

/// <summary>
/// Text as it is searched: words of letters and digits, in small letters without accents, a space between two. Folded here and
/// not by the databases, so that both find the same.
/// </summary>
public static class FoldedText
{
    /// <summary>Longer words are cut: they are data, not language, and an index has no place for them.</summary>
    private const int LongestWord = 64;

    public static string Of(string? text, int most = int.MaxValue)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var folded = new StringBuilder(text.Length);
        var word = 0;
        foreach (var rune in Decomposed(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                if (word < LongestWord)
                {
                    folded.Append(Rune.ToLowerInvariant(rune));
                }

                word++;
            }
            else if (word > 0 && !IsAccent(rune))
            {
                folded.Append(' ');
                word = 0;
            }
        }

        return Cut(folded.ToString().TrimEnd(), most);
    }

    /// <summary>The words of a text, each once, in their order.</summary>
    public static ImmutableArray<string> Words(string? text) =>
        [.. Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    // Halves of a pair without the other half are no text, and nothing can be done with them but to leave them out.
    private static string Decomposed(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune);
        }

        return whole.ToString().Normalize(NormalizationForm.FormKD);
    }

    private static bool IsAccent(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Cut(string folded, int most) =>
        folded.Length <= most ? folded
        : char.IsHighSurrogate(folded[most - 1]) ? folded[..(most - 1)]
        : folded[..most];
}
