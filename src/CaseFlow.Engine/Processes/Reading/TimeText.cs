using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Adds up a time as people say it: <c>30m</c>, <c>2 hours</c>, <c>1 day 4 hours</c>.</summary>
internal static partial class TimeText
{
    /// <summary>Seconds; the text has been checked.</summary>
    public static double Seconds(string text) =>
        Part().Matches(text).Sum(part => Count(part) * Unit(part.Groups["unit"].Value));

    private static int Unit(string unit) =>
        unit[0] switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3_600,
            'd' => 86_400,
            _ => 604_800,
        };

    private static double Count(Match part) => double.Parse(part.Groups["count"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<count>[0-9]+) *(?<unit>[a-z])", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Part();
}
