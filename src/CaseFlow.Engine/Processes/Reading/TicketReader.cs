using System.Text.RegularExpressions;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads how ticket numbers look.</summary>
internal static partial class TicketReader
{
    public static TicketFormat? Read(YamlNode? node, ProblemList problems)
    {
        if (node.AsScalar() is not { } pattern)
        {
            return null;
        }

        if (FindProblem(pattern.Value) is { } problem)
        {
            problems.Add(pattern.Start, ProblemCodes.TicketFormat, problem);
            return null;
        }

        return new TicketFormat(pattern.Value);
    }

    private static string? FindProblem(string pattern)
    {
        var numbers = 0;
        foreach (var part in Part.EnumerateMatches(pattern))
        {
            var text = pattern.AsSpan(part.Index, part.Length);
            if (Number.IsMatch(text))
            {
                numbers++;
            }
            else if (text is not TicketFormat.Year)
            {
                return $"'{text}' means nothing in a ticket number; possible: {{number}}, {{number:00000}} and {{year}}";
            }
        }

        return numbers == 1 ? null : "a ticket number has exactly one {number}, such as 'CAS-{year}-{number:00000}'";
    }

    [GeneratedRegex(@"\{[^{}]*\}|[{}]", RegexOptions.NonBacktracking)]
    private static partial Regex Part { get; }

    [GeneratedRegex(@"^\{number(:0{1,18})?\}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Number { get; }
}
