namespace CaseFlow.Engine.Conditions;

/// <summary>Timestamps of the years 1 to 9999 and durations of about 292 years, both to the nanosecond.</summary>
internal static class CelTime
{
    public const long NanosPerTick = 100;
    public const long NanosPerSecond = 1_000_000_000;

    public static readonly CelValue TimestampOutOfRange = CelValue.Error("timestamp out of range: years 1 to 9999");
    public static readonly CelValue DurationOutOfRange = CelValue.Error("duration out of range: about 292 years");

    // Boxed once, so that a timestamp below the tick costs no allocation.
    private static readonly object[] subTicks =
    [
        .. Enumerable.Range(0, (int)NanosPerTick).Select(nanos => (object)nanos),
    ];

    public static int SubTick(CelValue timestamp) => timestamp.Reference is int nanos ? nanos : 0;

    public static DateTime Utc(CelValue timestamp) => new(timestamp.Bits, DateTimeKind.Utc);

    /// <summary>Since the start of year 1.</summary>
    public static Int128 Nanos(CelValue timestamp) => ((Int128)timestamp.Bits * NanosPerTick) + SubTick(timestamp);

    public static CelValue TimestampOfNanos(Int128 nanos)
    {
        var (ticks, rest) = Int128.DivRem(nanos, NanosPerTick);
        return nanos < 0 || ticks > DateTime.MaxValue.Ticks
            ? TimestampOutOfRange
            : CelValue.Timestamp((long)ticks, rest == 0 ? null : subTicks[(int)rest]);
    }

    public static CelValue TimestampOfUnixSeconds(long seconds) =>
        TimestampOfNanos(((Int128)seconds * NanosPerSecond) + ((Int128)DateTime.UnixEpoch.Ticks * NanosPerTick));

    public static long UnixSeconds(CelValue timestamp) =>
        (timestamp.Bits / TimeSpan.TicksPerSecond) - (DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerSecond);

    public static CelValue DurationOfNanos(Int128 nanos) =>
        nanos < long.MinValue || nanos > long.MaxValue ? DurationOutOfRange : CelValue.Duration((long)nanos);
}
