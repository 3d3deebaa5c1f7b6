using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Conditions;

/// <summary>Functions that turn a value of one type into one of another. What does not fit is an error, never cut off.</summary>
internal static class ConversionFunctions
{
    private static readonly UTF8Encoding strictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    // The first doubles that no longer fit: 2^63 and 2^64.
    private const double IntLimit = 9223372036854775808.0;
    private const double UIntLimit = 18446744073709551616.0;

    public static IEnumerable<CelFunction> All =>
        [
            To("int", CelType.Int, Int, CelType.Int, CelType.UInt, CelType.Double, CelType.String, CelType.Timestamp),
            To("uint", CelType.UInt, UInt, CelType.UInt, CelType.Int, CelType.Double, CelType.String),
            To("double", CelType.Double, Double, CelType.Double, CelType.Int, CelType.UInt, CelType.String),
            To("bool", CelType.Bool, Bool, CelType.Bool, CelType.String),
            To(
                "string",
                CelType.String,
                String,
                CelType.String,
                CelType.Bool,
                CelType.Int,
                CelType.UInt,
                CelType.Double,
                CelType.Bytes,
                CelType.Timestamp,
                CelType.Duration
            ),
            To("bytes", CelType.Bytes, Bytes, CelType.Bytes, CelType.String),
            To("timestamp", CelType.Timestamp, Timestamp, CelType.Timestamp, CelType.String, CelType.Int),
            To("duration", CelType.Duration, Duration, CelType.Duration, CelType.String),
        ];

    private static CelFunction To(
        string name,
        CelType gives,
        Func<CelValue, CelValue> convert,
        params CelType[] takes
    ) => new(name, [.. takes.Select(type => CelSignature.Of(type, gives))]) { OfOne = convert };

    private static CelValue Int(CelValue value) =>
        value.Kind switch
        {
            CelKind.Int => value,
            CelKind.UInt when value.AsUInt <= long.MaxValue => CelValue.Of((long)value.AsUInt),
            CelKind.Double when value.AsDouble is > -IntLimit and < IntLimit => CelValue.Of((long)value.AsDouble),
            CelKind.String
                when long.TryParse(
                    value.AsString,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var read
                ) => CelValue.Of(read),
            CelKind.Timestamp => CelValue.Of(CelTime.UnixSeconds(value)),
            CelKind.UInt or CelKind.Double or CelKind.String => DoesNotFit(value, "int"),
            _ => CelFunctions.NoOverload("int", value),
        };

    private static CelValue UInt(CelValue value) =>
        value.Kind switch
        {
            CelKind.UInt => value,
            CelKind.Int when value.AsInt >= 0 => CelValue.Of((ulong)value.AsInt),
            CelKind.Double when value.AsDouble is >= 0 and < UIntLimit => CelValue.Of((ulong)value.AsDouble),
            CelKind.String
                when ulong.TryParse(value.AsString, NumberStyles.None, CultureInfo.InvariantCulture, out var read) =>
                CelValue.Of(read),
            CelKind.Int or CelKind.Double or CelKind.String => DoesNotFit(value, "uint"),
            _ => CelFunctions.NoOverload("uint", value),
        };

    private static CelValue Double(CelValue value) =>
        value.Kind switch
        {
            CelKind.Int or CelKind.UInt or CelKind.Double => CelValue.Of(CelComparison.ToDouble(value)),
            CelKind.String => ReadDouble(value.AsString) is { } read ? CelValue.Of(read) : DoesNotFit(value, "double"),
            _ => CelFunctions.NoOverload("double", value),
        };

    private static double? ReadDouble(string text) =>
        text switch
        {
            "Inf" or "+Inf" or "Infinity" or "+Infinity" => double.PositiveInfinity,
            "-Inf" or "-Infinity" => double.NegativeInfinity,
            "NaN" => double.NaN,
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read)
                    && double.IsFinite(read) => read,
            _ => null,
        };

    private static CelValue Bool(CelValue value) =>
        value.Kind switch
        {
            CelKind.Bool => value,
            CelKind.String => value.AsString switch
            {
                "1" or "t" or "T" or "true" or "TRUE" or "True" => CelValue.True,
                "0" or "f" or "F" or "false" or "FALSE" or "False" => CelValue.False,
                _ => DoesNotFit(value, "bool"),
            },
            _ => CelFunctions.NoOverload("bool", value),
        };

    private static CelValue String(CelValue value) =>
        value.Kind switch
        {
            CelKind.String => value,
            CelKind.Bool or CelKind.Int => CelValue.Of(value.ToString()),
            CelKind.UInt => CelValue.Of(value.AsUInt.ToString(CultureInfo.InvariantCulture)),
            CelKind.Double => CelValue.Of(CelText.OfDouble(value.AsDouble)),
            CelKind.Bytes => ReadUtf8(value),
            CelKind.Timestamp => CelValue.Of(TimeText.WriteTimestamp(value)),
            CelKind.Duration => CelValue.Of(TimeText.WriteDuration(value.Bits)),
            _ => CelFunctions.NoOverload("string", value),
        };

    private static CelValue ReadUtf8(CelValue bytes)
    {
        try
        {
            return CelValue.Of(strictUtf8.GetString(Encoding.Latin1.GetBytes(bytes.AsBytes)));
        }
        catch (DecoderFallbackException)
        {
            return CelValue.Error("the bytes are no UTF-8 text");
        }
    }

    private static CelValue Bytes(CelValue value) =>
        value.Kind switch
        {
            CelKind.Bytes => value,
            CelKind.String => CelValue.BytesOf(Encoding.UTF8.GetBytes(value.AsString)),
            _ => CelFunctions.NoOverload("bytes", value),
        };

    private static CelValue Timestamp(CelValue value) =>
        value.Kind switch
        {
            CelKind.Timestamp => value,
            CelKind.String => TimeText.ReadTimestamp(value.AsString),
            CelKind.Int => CelTime.TimestampOfUnixSeconds(value.AsInt),
            _ => CelFunctions.NoOverload("timestamp", value),
        };

    private static CelValue Duration(CelValue value) =>
        value.Kind switch
        {
            CelKind.Duration => value,
            CelKind.String => TimeText.ReadDuration(value.AsString),
            _ => CelFunctions.NoOverload("duration", value),
        };

    private static CelValue DoesNotFit(CelValue value, string type) =>
        CelValue.Error($"{value} is no {type}, or out of its range");
}
