using System.Buffers;
using System.Globalization;

namespace CaseFlow.Engine.Conditions;

/// <summary>Timestamps as RFC 3339 text and durations as <c>1h30m</c>, read and written.</summary>
internal static class TimeText
{
    private static readonly (string Name, long Nanos)[] units =
    [
        ("ns", 1),
        ("us", 1_000),
        ("µs", 1_000),
        ("ms", 1_000_000),
        ("s", CelTime.NanosPerSecond),
        ("m", 60 * CelTime.NanosPerSecond),
        ("h", 3600 * CelTime.NanosPerSecond),
    ];

    private static readonly SearchValues<char> numberCharacters = SearchValues.Create("0123456789.");

    public static CelValue ReadTimestamp(string text)
    {
        // Fixed places up to the seconds, then an optional fraction, then the zone.
        if (
            text.Length < 20
            || text[10] is not ('T' or 't')
            || !DateTime.TryParseExact(
                text.AsSpan(0, 19),
                "yyyy-MM-dd'T'HH:mm:ss",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var seconds
            )
        )
        {
            return BadTimestamp(text);
        }

        var rest = text.AsSpan(19);
        var nanos = 0L;
        if (rest[0] == '.')
        {
            var digits = rest[1..].IndexOfAnyExceptInRange('0', '9');
            if (digits is < 1 or > 9)
            {
                return BadTimestamp(text);
            }

            nanos = long.Parse(rest.Slice(1, digits), NumberStyles.None, CultureInfo.InvariantCulture);
            nanos *= (long)Math.Pow(10, 9 - digits);
            rest = rest[(1 + digits)..];
        }

        if (rest is not ("Z" or "z") && ReadOffset(rest, signed: true) is null)
        {
            return BadTimestamp(text);
        }

        var offset = ReadOffset(rest, signed: true) ?? TimeSpan.Zero;
        return CelTime.TimestampOfNanos(((Int128)(seconds.Ticks - offset.Ticks) * CelTime.NanosPerTick) + nanos);
    }

    /// <summary>An offset such as <c>+02:00</c>; the sign may be left out where it need not be signed.</summary>
    public static TimeSpan? ReadOffset(ReadOnlySpan<char> text, bool signed)
    {
        var negative = text.StartsWith('-');
        if (negative || text.StartsWith('+'))
        {
            text = text[1..];
        }
        else if (signed)
        {
            return null;
        }

        return text.Length == 5 && TimeSpan.TryParseExact(text, "hh\\:mm", CultureInfo.InvariantCulture, out var offset)
            ? (negative ? -offset : offset)
            : null;
    }

    public static CelValue ReadDuration(string text)
    {
        var rest = text.AsSpan();
        var negative = rest.StartsWith('-');
        if (negative || rest.StartsWith('+'))
        {
            rest = rest[1..];
        }

        if (rest is "0")
        {
            return CelValue.Duration(0);
        }

        var total = decimal.Zero;
        do
        {
            if (!TakePart(ref rest, out var nanos))
            {
                return BadDuration(text);
            }

            total += nanos;
        } while (!rest.IsEmpty);

        return CelTime.DurationOfNanos((Int128)(negative ? -total : total));
    }

    public static string WriteTimestamp(CelValue timestamp)
    {
        var fraction = (timestamp.Bits % TimeSpan.TicksPerSecond * CelTime.NanosPerTick) + CelTime.SubTick(timestamp);
        var seconds = CelTime.Utc(timestamp).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        return $"{seconds}{Fraction(fraction)}Z";
    }

    public static string WriteDuration(long nanos)
    {
        var (seconds, rest) = long.DivRem(nanos, CelTime.NanosPerSecond);
        var sign = nanos < 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs(seconds)}{Fraction(Math.Abs(rest))}s");
    }

    private static string Fraction(long nanos) =>
        nanos == 0 ? "" : "." + nanos.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');

    private static bool TakePart(ref ReadOnlySpan<char> rest, out decimal nanos)
    {
        nanos = 0;
        var digits = rest.IndexOfAnyExcept(numberCharacters);
        if (
            digits is < 1 or > 20
            || !decimal.TryParse(
                rest[..digits],
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var amount
            )
        )
        {
            return false;
        }

        rest = rest[digits..];
        var letters = rest.IndexOfAny(numberCharacters);
        var name = letters < 0 ? rest : rest[..letters];
        rest = rest[name.Length..];
        foreach (var unit in units)
        {
            if (name.SequenceEqual(unit.Name))
            {
                nanos = decimal.Truncate(amount * unit.Nanos);
                return true;
            }
        }

        return false;
    }

    private static CelValue BadTimestamp(string text) =>
        CelValue.Error($"'{text}' is no timestamp; write one as '2026-01-31T09:00:00Z', in the years 1 to 9999");

    private static CelValue BadDuration(string text) =>
        CelValue.Error($"'{text}' is no duration; write one as '1h30m', with the units h, m, s, ms, us and ns");
}
