using System.Globalization;
using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Tests.Conditions.CelSpec;

/// <summary>Reads the values that the specification's cases bind and expect.</summary>
internal static class SpecValues
{
    public static CelValue Read(TextProto value)
    {
        var kind = value.Names.FirstOrDefault() ?? "null_value";
        var text = value.Text(kind) ?? "";
        return kind switch
        {
            "null_value" => CelValue.Null,
            "bool_value" => CelValue.Of(text == "true"),
            "int64_value" => CelValue.Of(long.Parse(text, CultureInfo.InvariantCulture)),
            "uint64_value" => CelValue.Of(ulong.Parse(text, CultureInfo.InvariantCulture)),
            "double_value" => CelValue.Of(Double(text)),
            "string_value" => CelValue.Of(text),
            "bytes_value" => CelValue.Bytes(value.Bytes(kind)!),
            "type_value" => CelValue.Type(text),
            "list_value" => CelValue.ListOf([.. value.Message(kind)!.Messages("values").Select(Read)]),
            "map_value" => Map(value.Message(kind)!),
            "object_value" => Object(value.Message(kind)!),
            _ => CelValue.Error($"no value is of kind {kind}"),
        };
    }

    private static double Double(string text) =>
        text.ToUpperInvariant() switch
        {
            "INF" or "INFINITY" => double.PositiveInfinity,
            "-INF" or "-INFINITY" => double.NegativeInfinity,
            "NAN" => double.NaN,
            _ => double.Parse(text, CultureInfo.InvariantCulture),
        };

    private static CelValue Map(TextProto map)
    {
        var entries = new CelMap();
        foreach (var entry in map.Messages("entries"))
        {
            entries.TryAdd(Read(entry.Message("key")!), Read(entry.Message("value")!));
        }

        return CelValue.Map(entries);
    }

    private static CelValue Object(TextProto any)
    {
        var type = any.Names.First();
        var message = any.Message(type)!;
        var nanos = ((Int128)Number(message, "seconds") * CelTime.NanosPerSecond) + Number(message, "nanos");
        return type.Split('/')[^1] switch
        {
            "google.protobuf.Duration" => CelTime.DurationOfNanos(nanos),
            "google.protobuf.Timestamp" => CelTime.TimestampOfNanos(
                nanos + ((Int128)DateTime.UnixEpoch.Ticks * CelTime.NanosPerTick)
            ),
            _ => CelValue.Error($"{type} is no type of conditions"),
        };
    }

    private static long Number(TextProto message, string field) =>
        long.Parse(message.Text(field) ?? "0", CultureInfo.InvariantCulture);
}
