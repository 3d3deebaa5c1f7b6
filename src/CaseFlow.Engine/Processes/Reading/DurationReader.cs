using System.Globalization;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads how much time passes, as people say it: <c>30m</c>, <c>2 hours</c>, <c>1 day 4 hours</c>.</summary>
internal static partial class DurationReader
{
    private static readonly TimeSpan Most = TimeSpan.FromDays(3_650);

    /// <param name="what">How a sentence calls the value, such as <c>'after'</c>.</param>
    public static TimeSpan Read(YamlNode? node, string what, ProblemList problems)
    {
        if (node.AsScalar() is not { } text)
        {
            return TimeSpan.Zero;
        }

        if (!Whole().IsMatch(text.Value))
        {
            problems.Add(
                text.Start,
                ProblemCodes.Duration,
                $"{what} is a time such as 30m, 2 hours or 3 days, and here is {Say.Shown(text)}"
            );
            return TimeSpan.Zero;
        }

        var sum = Part().Matches(text.Value).Sum(part => Count(part) * Seconds(part.Groups["unit"].Value));
        if (sum <= Most.TotalSeconds)
        {
            return TimeSpan.FromSeconds(sum);
        }

        problems.Add(text.Start, ProblemCodes.Duration, $"{what} is at most 3,650 days");
        return TimeSpan.Zero;
    }

    private static int Seconds(string unit) =>
        unit[0] switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3_600,
            'd' => 86_400,
            _ => 604_800,
        };

    private static double Count(Match part) => double.Parse(part.Groups["count"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "^ *[0-9]{1,9} *(s|seconds?|m|minutes?|h|hours?|d|days?|w|weeks?)( *(,|and)? *[0-9]{1,9} *(s|seconds?|m|minutes?|h|hours?|d|days?|w|weeks?))* *$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Whole();

    [GeneratedRegex("(?<count>[0-9]+) *(?<unit>[a-z])", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Part();
}
