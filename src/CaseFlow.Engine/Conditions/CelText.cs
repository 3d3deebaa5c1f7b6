using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Conditions;

/// <summary>Writes values as one would write them in a condition.</summary>
internal static class CelText
{
    public static string Of(CelValue value) =>
        value.Kind switch
        {
            CelKind.Null => "null",
            CelKind.Bool => value.AsBool ? "true" : "false",
            CelKind.Int => value.AsInt.ToString(CultureInfo.InvariantCulture),
            CelKind.UInt => value.AsUInt.ToString(CultureInfo.InvariantCulture) + "u",
            CelKind.Double => DoubleLiteral(value.AsDouble),
            CelKind.String => Quoted(value.AsString),
            CelKind.Bytes => "b" + Quoted(value.AsBytes),
            CelKind.Timestamp => $"timestamp('{TimeText.WriteTimestamp(value)}')",
            CelKind.Duration => $"duration('{TimeText.WriteDuration(value.Bits)}')",
            CelKind.List => $"[{string.Join(", ", Items(value))}]",
            CelKind.Map => $"{{{string.Join(", ", Entries(value.AsMap))}}}",
            CelKind.Object => value.ObjectType!.Name,
            CelKind.Type => value.TypeName,
            _ => $"error: {value.ErrorMessage}",
        };

    public static string KindName(CelValue value) =>
        value.Kind == CelKind.Object ? value.ObjectType!.Name : value.Kind.ToString().ToLowerInvariant();

    /// <summary>The shortest text that reads back as the same number, with a lower-case exponent.</summary>
    public static string OfDouble(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf"
        : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');

    private static string DoubleLiteral(double value)
    {
        var text = OfDouble(value);
        return !double.IsFinite(value) ? $"double('{text}')"
            : text.AsSpan().ContainsAny('.', 'e') ? text
            : text + ".0";
    }

    private static IEnumerable<CelValue> Items(CelValue list) =>
        Enumerable.Range(0, CelList.Count(list)).Select(position => CelList.At(list, position));

    private static IEnumerable<string> Entries(CelMap map) =>
        Enumerable
            .Range(0, map.Count)
            .Select(map.KeyAt)
            .Select(key => $"{key}: {(map.TryGet(key, out var value) ? value : CelValue.Null)}");

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var character in text)
        {
            quoted.Append(
                character switch
                {
                    '\'' => "\\'",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    _ when char.IsControl(character) => $"\\x{(int)character:x2}",
                    _ => character.ToString(),
                }
            );
        }

        return quoted.Append('\'').ToString();
    }
}
