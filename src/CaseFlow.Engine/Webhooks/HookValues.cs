using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Webhooks;

/// <summary>What strangers say, as values of conditions, as texts, as keys and as values of fields.</summary>
internal static class HookValues
{
    private const int MostOfKey = 200;

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static CelValue Of(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => CelValue.MapOf(
                json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Of(member.Value)))
            ),
            JsonValueKind.Array => CelValue.ListOf([.. json.EnumerateArray().Select(Of)]),
            // No database keeps U+0000, and nobody means anything by it.
            JsonValueKind.String => CelValue.Of(json.GetString()!.Replace('\0', '\uFFFD')),
            JsonValueKind.Number when json.TryGetInt64(out var whole) => CelValue.Of(whole),
            JsonValueKind.Number => CelValue.Of(json.GetDouble()),
            JsonValueKind.True => CelValue.True,
            JsonValueKind.False => CelValue.False,
            _ => CelValue.Null,
        };

    public static CelValue Of(IEnumerable<KeyValuePair<string, string>> texts) =>
        CelValue.MapOf(texts.Select(text => KeyValuePair.Create(text.Key, CelValue.Of(text.Value))));

    /// <summary>As people read it; empty for what is not there.</summary>
    public static string TextOf(CelValue value) =>
        value.Kind switch
        {
            CelKind.Null or CelKind.Error => "",
            CelKind.String => value.AsString,
            CelKind.List => string.Join(", ", Items(value).Select(TextOf)),
            CelKind.Map => JsonOf(value)!.ToJsonString(Plain),
            CelKind.Timestamp => TimeText.WriteTimestamp(value),
            CelKind.Duration => TimeText.WriteDuration(value.Bits),
            CelKind.Double => CelText.OfDouble(value.AsDouble),
            _ => CelText.Of(value),
        };

    /// <summary>The same for the same value, whatever the order of its members; null for what is not there.</summary>
    public static string? KeyOf(CelValue value)
    {
        var text = value.Kind is CelKind.List or CelKind.Map
            ? JsonOf(value)!.ToJsonString(Plain)
            : TextOf(value).Trim();
        return text.Length == 0 ? null
            : text.Length <= MostOfKey ? text
            : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The value as the field takes it; null for what is not there. What does not fit is left for the case to refuse.</summary>
    public static FieldValue? FieldOf(FieldDefinition? field, CelValue value)
    {
        var text = TextOf(value);
        if (string.IsNullOrWhiteSpace(text) || (field?.Type == FieldType.Time && IsZeroTime(text)))
        {
            return null;
        }

        return (field?.Type, value.Kind) switch
        {
            (FieldType.Boolean, _) when bool.TryParse(text, out var flag) => new FieldValue.Boolean(flag),
            (FieldType.Integer or FieldType.Decimal, _) when NumberOf(text) is { } number => number,
            (FieldType.Text, _) => new FieldValue.Text(Shortened(text, field!.MaxLength)),
            _ => new FieldValue.Text(text),
        };
    }

    /// <summary>At most so many characters, with a sign that there was more.</summary>
    public static string Shortened(string text, int most) =>
        text.Length <= most ? text
        : char.IsHighSurrogate(text[most - 2]) ? text[..(most - 2)] + "…"
        : text[..(most - 1)] + "…";

    public static IEnumerable<CelValue> Items(CelValue list) =>
        Enumerable.Range(0, CelList.Count(list)).Select(index => CelList.At(list, index));

    // What programs in Go write for a time that has not come.
    private static bool IsZeroTime(string text) => text.StartsWith("0001-01-01T00:00:00", StringComparison.Ordinal);

    private static FieldValue? NumberOf(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? new FieldValue.Integer(whole)
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new FieldValue.Decimal(number)
        : null;

    public static JsonNode? JsonOf(CelValue value) =>
        value.Kind switch
        {
            CelKind.Null or CelKind.Error => null,
            CelKind.Bool => JsonValue.Create(value.AsBool),
            CelKind.Int => JsonValue.Create(value.AsInt),
            CelKind.Double when double.IsFinite(value.AsDouble) => JsonValue.Create(value.AsDouble),
            CelKind.List => new JsonArray([.. Items(value).Select(JsonOf)]),
            CelKind.Map => new JsonObject(Members(value.AsMap)),
            _ => JsonValue.Create(TextOf(value)),
        };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(CelMap map) =>
        Enumerable
            .Range(0, map.Count)
            .Select(map.KeyAt)
            .OrderBy(TextOf, StringComparer.Ordinal)
            .Select(key => KeyValuePair.Create(TextOf(key), map.TryGet(key, out var value) ? JsonOf(value) : null))
            .DistinctBy(member => member.Key, StringComparer.Ordinal);
}
