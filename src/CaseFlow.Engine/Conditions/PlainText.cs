using System.Globalization;

namespace CaseFlow.Engine.Conditions;

/// <summary>Writes values as people say them: days and hours for a duration, a date and a time for a point in time.</summary>
internal static class PlainText
{
    public static string Of(CelValue value) =>
        value.Kind switch
        {
            CelKind.Duration => Of(new TimeSpan(value.Bits / CelTime.NanosPerTick)),
            CelKind.Timestamp => Of(new DateTimeOffset(value.Bits, TimeSpan.Zero)),
            CelKind.List => string.Join(
                ", ",
                Enumerable.Range(0, CelList.Count(value)).Select(position => Of(CelList.At(value, position)))
            ),
            _ => CelText.Of(value),
        };

    public static string Of(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>2 d 4 h</c>; what is less than a second is left out.</summary>
    public static string Of(TimeSpan duration)
    {
        var time = duration.Duration();
        string[] parts =
        [
            .. new[] { (time.Days, "d"), (time.Hours, "h"), (time.Minutes, "min"), (time.Seconds, "s") }
                .Where(part => part.Item1 > 0)
                .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Item1} {part.Item2}")),
        ];
        return parts is [] ? "0 s" : (duration < TimeSpan.Zero ? "-" : "") + string.Join(' ', parts);
    }
}
