namespace CaseFlow.Engine.Conditions;

/// <summary>Functions that take timestamps and durations apart, in UTC or in a named time zone.</summary>
internal static class TimeFunctions
{
    private static readonly TimeSpan furthestOffset = TimeSpan.FromHours(14);

    public static IEnumerable<CelFunction> All =>
        [
            Part("getFullYear", time => time.Year),
            Part("getMonth", time => time.Month - 1),
            Part("getDate", time => time.Day),
            Part("getDayOfMonth", time => time.Day - 1),
            Part("getDayOfWeek", time => (int)time.DayOfWeek),
            Part("getDayOfYear", time => time.DayOfYear - 1),
            Part("getHours", time => time.Hour, nanos => nanos / (3600 * CelTime.NanosPerSecond)),
            Part("getMinutes", time => time.Minute, nanos => nanos / (60 * CelTime.NanosPerSecond)),
            Part("getSeconds", time => time.Second, nanos => nanos / CelTime.NanosPerSecond),
            Part("getMilliseconds", time => time.Millisecond, nanos => nanos / 1_000_000 % 1000),
        ];

    private static CelFunction Part(string name, Func<DateTime, int> ofTime, Func<long, long>? ofDuration = null)
    {
        CelSignature[] signatures =
        [
            CelSignature.On(CelType.Timestamp, CelType.Int),
            CelSignature.On(CelType.Timestamp, CelType.String, CelType.Int),
            CelSignature.On(CelType.Duration, CelType.Int),
        ];

        return new CelFunction(name, [.. ofDuration is null ? signatures[..2] : signatures])
        {
            OfOne = value =>
                value.Kind switch
                {
                    CelKind.Timestamp => CelValue.Of((long)ofTime(CelTime.Utc(value))),
                    CelKind.Duration when ofDuration is not null => CelValue.Of(ofDuration(value.Bits)),
                    _ => CelFunctions.NoOverload(name, value),
                },
            OfTwo = (value, zone) => InZone(name, zone, ofTime).On(value),
            Prepare = zone => InZone(name, zone, ofTime),
        };
    }

    private static Prepared InZone(string name, CelValue zone, Func<DateTime, int> ofTime)
    {
        if (zone.Kind != CelKind.String || FindZone(zone.AsString) is not { } found)
        {
            return new Prepared(
                null,
                CelValue.Error($"{zone} is no time zone; write one as 'Europe/Paris' or '+02:00'")
            );
        }

        return new Prepared(value =>
            value.Kind == CelKind.Timestamp
                ? CelValue.Of((long)ofTime(Local(CelTime.Utc(value), found)))
                : CelFunctions.NoOverload(name, value, zone)
        );
    }

    private static TimeZoneInfo? FindZone(string name)
    {
        if (TimeText.ReadOffset(name, signed: false) is { } offset)
        {
            // A zone may not be off by more than .NET allows it to be.
            return offset.Duration() > furthestOffset
                ? null
                : TimeZoneInfo.CreateCustomTimeZone(name, offset, name, name);
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
    }

    // At the ends of the calendar the local time may lie outside of it.
    private static DateTime Local(DateTime utc, TimeZoneInfo zone)
    {
        var ticks = utc.Ticks + zone.GetUtcOffset(utc).Ticks;
        return new DateTime(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks));
    }
}
