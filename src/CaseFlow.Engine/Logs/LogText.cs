using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Logs;

/// <summary>Makes the words of a log comparable, and keys out of them.</summary>
public static class LogText
{
    private const int LongestText = 200;
    private const int LongestKey = 60;

    /// <summary>The text on one line, without what no text has: one blank between words, no control characters.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= LongestText)
            {
                break;
            }

            if (!IsForeign(rune))
            {
                clean.Append(rune);
            }
            else if (clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>
    /// The text as a key, such as <c>in-progress</c> for <c>In Progress</c>, <c>in_progress</c> and <c>InProgress</c>;
    /// empty where it has no letter or digit that a key can have.
    /// </summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length + 4);
        var before = ' ';
        foreach (var letter in Clean(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (slug.Length > 0 && slug[^1] != '-' && BeginsWord(before, letter))
            {
                slug.Append('-');
            }

            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(char.ToLowerInvariant(letter));
            }

            before = letter;
        }

        var whole = slug.ToString();
        return (whole.Length <= LongestKey ? whole : whole[..LongestKey]).Trim('-');
    }

    private static bool BeginsWord(char before, char letter) =>
        !char.IsAsciiLetterOrDigit(letter) || (char.IsAsciiLetterLower(before) && char.IsAsciiLetterUpper(letter));

    // Blanks are here too, so that runs of them become one.
    private static bool IsForeign(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || rune.Value is 0xFFFD or 0xFFFE or 0xFFFF;
}
