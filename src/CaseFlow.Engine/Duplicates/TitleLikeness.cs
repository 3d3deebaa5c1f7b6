using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Duplicates;

/// <summary>
/// How much two titles say the same: twice the words that both have, by the words of both. Capitals, accents, punctuation
/// and the order of the words do not count.
/// </summary>
public static class TitleLikeness
{
    /// <summary>From this score on, two cases of one customer are likely the same.</summary>
    public const decimal Likely = 0.5m;

    /// <summary>From 0, no word in common, to 1, the same words.</summary>
    public static decimal Score(string one, string other)
    {
        var (words, others) = (WordsOf(one), WordsOf(other));
        if (words.Count == 0 || others.Count == 0)
        {
            return 0;
        }

        var shared = words.Count(others.Contains);
        return decimal.Round(2m * shared / (words.Count + others.Count), 2);
    }

    private static HashSet<string> WordsOf(string title)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var letter in title.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                End();
            }
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }
}
