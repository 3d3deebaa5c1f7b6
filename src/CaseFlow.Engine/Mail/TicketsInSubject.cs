using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Mail;

/// <summary>Finds what may be ticket numbers in the subject of an e-mail, whatever the form of a process's numbers.</summary>
public static partial class TicketsInSubject
{
    private const int Most = 10;

    /// <summary>Words with a digit in them, in their order.</summary>
    public static ImmutableArray<string> In(string subject) =>
        [
            .. Words()
                .Matches(subject)
                .Select(match => match.Value.Trim('.', '-', '_', '/'))
                .Where(word => word.Any(char.IsAsciiDigit))
                .Distinct(StringComparer.Ordinal)
                .Take(Most),
        ];

    [GeneratedRegex(
        "[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}._/-]{0,60}",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Words();
}
