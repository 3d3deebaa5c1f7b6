using System.Globalization;
using System.Text.Json;

namespace CaseFlow.Workflows.Values;

/// <summary>Values as the JSON of a stored instance: what is read is exactly what was written.</summary>
/// <remarks>
/// What JSON has no word for is an object of two members, <c>{"$": "TimeSpan", "value": "00:05:00"}</c>. The names after
/// <c>$</c> are stored for ever.
/// </remarks>
public static class StateJson
{
    private const string Tag = "$";
    private const string Tagged = "value";
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Write(object? value) => JsonText.Of(writer => Write(writer, value));

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null or bool or string or int:
                ValueJson.Write(writer, value);
                break;
            case IDictionary<string, object?> names when names.ContainsKey(Tag):
                writer.WriteStartObject();
                writer.WriteString(Tag, "Object");
                writer.WritePropertyName(Tagged);
                WriteObject(writer, names);
                writer.WriteEndObject();
                break;
            case IDictionary<string, object?> names:
                WriteObject(writer, names);
                break;
            case IList<object?> list:
                writer.WriteStartArray();
                foreach (var element in list)
                {
                    Write(writer, element);
                }

                writer.WriteEndArray();
                break;
            default:
                var (kind, text) = Word(value);
                writer.WriteStartObject();
                writer.WriteString(Tag, kind);
                writer.WriteString(Tagged, text);
                writer.WriteEndObject();
                break;
        }
    }

    /// <exception cref="JsonException">The text was not written by this class.</exception>
    public static object? Read(string json)
    {
        using var document = JsonDocument.Parse(json, JsonText.Deep);
        return Read(document.RootElement);
    }

    public static object? Read(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => (List<object?>)[.. element.EnumerateArray().Select(Read)],
            JsonValueKind.Object when element.TryGetProperty(Tag, out var tag) => ReadTagged(
                tag.GetString(),
                element.GetProperty(Tagged)
            ),
            JsonValueKind.Object => ReadObject(element),
            _ => ValueJson.Read(element),
        };

    private static void WriteObject(Utf8JsonWriter writer, IDictionary<string, object?> names)
    {
        writer.WriteStartObject();
        foreach (var (name, of) in names)
        {
            writer.WritePropertyName(name);
            Write(writer, of);
        }

        writer.WriteEndObject();
    }

    private static (string Kind, string Text) Word(object value) =>
        value switch
        {
            long number => ("Int64", number.ToString(Culture)),
            short number => ("Int16", number.ToString(Culture)),
            float number => ("Single", number.ToString("R", Culture)),
            double number => ("Double", number.ToString("R", Culture)),
            decimal number => ("Decimal", number.ToString(Culture)),
            Guid id => ("Guid", id.ToString("D")),
            DateTimeOffset moment => ("DateTimeOffset", moment.ToString("O", Culture)),
            TimeSpan span => ("TimeSpan", span.ToString("c", Culture)),
            byte[] bytes => ("Bytes", Convert.ToBase64String(bytes)),
            _ => throw new ArgumentException($"{value.GetType().Name} is no value of a workflow.", nameof(value)),
        };

    private static object ReadTagged(string? kind, JsonElement value) =>
        kind switch
        {
            "Object" => ReadObject(value),
            "Int64" => long.Parse(value.GetString()!, Culture),
            "Int16" => short.Parse(value.GetString()!, Culture),
            "Single" => float.Parse(value.GetString()!, Culture),
            "Double" => double.Parse(value.GetString()!, Culture),
            "Decimal" => decimal.Parse(value.GetString()!, Culture),
            "Guid" => value.GetGuid(),
            "DateTimeOffset" => DateTimeOffset.ParseExact(value.GetString()!, "O", Culture),
            "TimeSpan" => TimeSpan.ParseExact(value.GetString()!, "c", Culture),
            "Bytes" => value.GetBytesFromBase64(),
            _ => throw new JsonException($"'{kind}' is no kind of stored value."),
        };

    private static Dictionary<string, object?> ReadObject(JsonElement element)
    {
        var names = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            names[member.Name] = Read(member.Value);
        }

        return names;
    }
}
