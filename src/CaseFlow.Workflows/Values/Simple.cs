using System.Globalization;

namespace CaseFlow.Workflows.Values;

/// <summary>Conversions between values that hold no others.</summary>
internal static class Simple
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>The value in that kind; <see langword="null"/> where there is no way.</summary>
    public static object? Convert(object value, ValueKind kind) =>
        kind switch
        {
            ValueKind.Boolean => ToBoolean(value),
            ValueKind.Int16 => Number(value, number => checked((short)number), System.Convert.ToInt16),
            ValueKind.Int32 => Number(value, number => checked((int)number), System.Convert.ToInt32),
            ValueKind.Int64 => Number(value, number => number, System.Convert.ToInt64),
            ValueKind.Single => Number(value, number => (float)number, System.Convert.ToSingle),
            ValueKind.Double => Number(value, number => (double)number, System.Convert.ToDouble),
            ValueKind.Decimal => Number(value, number => (decimal)number, System.Convert.ToDecimal),
            ValueKind.Guid => ToGuid(value),
            ValueKind.DateTime or ValueKind.DateTimeOffset => ToMoment(value),
            ValueKind.TimeSpan => ToTimeSpan(value),
            ValueKind.Bytes => ToBytes(value),
            _ => null,
        };

    private static object? ToBoolean(object value) =>
        value switch
        {
            bool => value,
            string text => bool.TryParse(text.Trim(), out var read) ? read : null,
            int or long or short or float or double or decimal => System.Convert.ToDouble(value, Culture) != 0,
            _ => null,
        };

    // .NET's own converters take `0x1F` for whole numbers, so definitions may hold it.
    private static object? Number<T>(object value, Func<long, T> whole, Func<object, IFormatProvider, T> any)
        where T : struct
    {
        try
        {
            return value switch
            {
                T => value,
                string text when Hexadecimal(text.Trim()) is { } read => whole(read),
                string text => any(text.Trim(), Culture),
                bool or int or long or short or float or double or decimal => any(value, Culture),
                _ => null,
            };
        }
        catch (Exception lost) when (lost is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static long? Hexadecimal(string text) =>
        text is ['0', 'x' or 'X', .. var digits]
        && long.TryParse(digits, NumberStyles.AllowHexSpecifier, Culture, out var read)
            ? read
            : null;

    private static object? ToGuid(object value) =>
        value switch
        {
            Guid => value,
            string text => Guid.TryParse(text, out var read) ? read : null,
            byte[] { Length: 16 } bytes => new Guid(bytes),
            _ => null,
        };

    private static object? ToMoment(object value) =>
        value switch
        {
            DateTimeOffset => value,
            string text => DateTimeOffset.TryParse(text, Culture, DateTimeStyles.AssumeUniversal, out var read)
                ? read
                : null,
            _ => null,
        };

    private static object? ToTimeSpan(object value) =>
        value switch
        {
            TimeSpan => value,
            string text => TimeSpan.TryParse(text, Culture, out var read) ? read : null,
            _ => null,
        };

    private static byte[]? ToBytes(object value)
    {
        try
        {
            return value switch
            {
                byte[] bytes => bytes,
                string text => System.Convert.FromBase64String(text),
                IList<object?> list => [.. list.Select(item => System.Convert.ToByte(item, Culture))],
                _ => null,
            };
        }
        catch (Exception lost) when (lost is FormatException or OverflowException or InvalidCastException)
        {
            return null;
        }
    }
}
