using System.Globalization;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Scenarios.Reading;

/// <summary>Reads when a case is created.</summary>
internal static class TimeReader
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <summary>A Monday morning, so that a scenario that does not care begins within working hours.</summary>
    private static readonly DateTimeOffset Monday9 = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    // Far from both ends of the calendar, so that no scenario runs over them.
    private static readonly (int First, int Last) Years = (1900, 2900);

    public static DateTimeOffset Read(YamlNode? node, ProblemList problems)
    {
        if (node.AsScalar() is not { } text)
        {
            return Monday9;
        }

        if (
            DateTimeOffset.TryParseExact(
                text.Value,
                Forms,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var at
            )
            && at.Year >= Years.First
            && at.Year <= Years.Last
        )
        {
            return at;
        }

        problems.Add(
            text.Start,
            ProblemCodes.PointInTime,
            $"'at' is a time such as 2026-03-02T09:00Z, and here is {Say.Shown(text)}"
        );
        return Monday9;
    }
}
