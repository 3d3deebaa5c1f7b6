using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Mail;

/// <summary>
/// Cuts off what a reply repeats of what it answers. Only what ends the text is cut, and only where its form leaves no
/// doubt: answers between quoted lines stay together with them.
/// </summary>
public static partial class QuotedText
{
    private const int MostOfHeader = 4;
    private const int MostOfSignature = 12;
    private const int MostOfFields = 8;
    private const int LeastFields = 3;

    /// <summary>What is new in a reply; all of it where nothing is.</summary>
    public static string CutFrom(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = Math.Min(BeforeOriginal(lines), BeforeQuote(lines));
        var left = string.Join('\n', lines.Take(end)).Trim();
        return left.Length > 0 ? left : text.Trim();
    }

    /// <summary>Where a program put the whole original below, with its headers or a line that says so.</summary>
    private static int BeforeOriginal(string[] lines)
    {
        for (var at = 0; at < lines.Length; at++)
        {
            if (Original().IsMatch(lines[at]))
            {
                return at;
            }

            if (
                FromField().IsMatch(lines[at])
                && lines.Skip(at).Take(MostOfFields).Count(line => Field().IsMatch(line)) >= LeastFields
            )
            {
                return WithoutRule(lines, at);
            }
        }

        return lines.Length;
    }

    /// <summary>Where the last lines are all quoted, what quotes them above and a signature below them included.</summary>
    private static int BeforeQuote(string[] lines)
    {
        var end = BeforeSignature(lines);
        var (start, quoted) = (end, 0);
        while (start > 0 && (IsQuoted(lines[start - 1]) || string.IsNullOrWhiteSpace(lines[start - 1])))
        {
            quoted += IsQuoted(lines[start - 1]) ? 1 : 0;
            start--;
        }

        return quoted == 0 ? lines.Length : WithoutHeader(lines, start);
    }

    private static int BeforeSignature(string[] lines)
    {
        var end = lines.Length;
        for (var at = lines.Length - 1; at >= 0 && at >= lines.Length - MostOfSignature; at--)
        {
            if (IsQuoted(lines[at]))
            {
                break;
            }

            end = Rule().IsMatch(lines[at]) ? at : end;
        }

        return end;
    }

    // "On Monday, somebody wrote:" may be folded into several lines.
    private static int WithoutHeader(string[] lines, int end)
    {
        for (var count = 1; count <= MostOfHeader && count <= end; count++)
        {
            if (Header().IsMatch(string.Join(' ', lines.Skip(end - count).Take(count)).Trim()))
            {
                return end - count;
            }
        }

        return end;
    }

    private static int WithoutRule(string[] lines, int end)
    {
        var start = end;
        while (start > 0 && string.IsNullOrWhiteSpace(lines[start - 1]))
        {
            start--;
        }

        return start > 0 && Rule().IsMatch(lines[start - 1]) ? start - 1 : end;
    }

    private static bool IsQuoted(string line) => line.StartsWith('>');

    [GeneratedRegex(
        "^(on|le|am|op|el|il) .{4,400}(wrote|a écrit|schrieb[^:]{0,200}|schreef|escribió|ha scritto)\\s?:$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Header();

    [GeneratedRegex(
        "^\\s*-{2,}\\s*(original message|message d'origine|message d’origine|ursprüngliche nachricht)\\s*-{2,}\\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Original();

    [GeneratedRegex(
        "^\\s*\\*?(from|de|von)\\s?:\\*?\\s",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex FromField();

    [GeneratedRegex(
        "^\\s*\\*?(from|sent|date|to|cc|subject|de|envoyé|à|objet|von|gesendet|datum|an|betreff)\\s?:\\*?\\s",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Field();

    [GeneratedRegex("^\\s*(--|_{5,}|-{5,})\\s*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Rule();
}
