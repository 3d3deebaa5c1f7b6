using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads how much time passes, as people say it: <c>30m</c>, <c>2 hours</c>, <c>1 day 4 hours</c>.</summary>
internal static class DurationReader
{
    private static readonly TimeSpan Most = TimeSpan.FromDays(3_650);

    /// <param name="what">How a sentence calls the value, such as <c>'after'</c>.</param>
    public static TimeSpan Read(YamlNode? node, string what, ProblemList problems)
    {
        if (node.AsScalar() is not { } text)
        {
            return TimeSpan.Zero;
        }

        if (!WaitKeys.Time.Fits(text.Value))
        {
            problems.Add(
                text.Start,
                ProblemCodes.Duration,
                $"{what} is a time such as 30m, 2 hours or 3 days, and here is {Say.Shown(text)}"
            );
            return TimeSpan.Zero;
        }

        var sum = TimeText.Seconds(text.Value);
        if (sum <= Most.TotalSeconds)
        {
            return TimeSpan.FromSeconds(sum);
        }

        problems.Add(text.Start, ProblemCodes.Duration, $"{what} is at most 3,650 days");
        return TimeSpan.Zero;
    }
}
