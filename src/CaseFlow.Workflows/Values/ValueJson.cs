using System.Text.Json;

namespace CaseFlow.Workflows.Values;

/// <summary>Values as the JSON that the world outside expects: moments, spans, GUIDs and bytes are text.</summary>
public static class ValueJson
{
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static object? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    public static object? Read(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => ReadNumber(element),
            JsonValueKind.Array => (List<object?>)[.. element.EnumerateArray().Select(Read)],
            JsonValueKind.Object => ReadObject(element),
            _ => null,
        };

    public static string Write(object? value) => JsonText.Of(writer => Write(writer, value));

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case double number when !double.IsFinite(number):
            case float single when !float.IsFinite(single):
            case null:
                writer.WriteNullValue();
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case short number:
                writer.WriteNumberValue(number);
                break;
            case float number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case DateTimeOffset moment:
                writer.WriteStringValue(moment);
                break;
            case IDictionary<string, object?> names:
                writer.WriteStartObject();
                foreach (var (name, of) in names)
                {
                    writer.WritePropertyName(name);
                    Write(writer, of);
                }

                writer.WriteEndObject();
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
                writer.WriteStringValue(ValueText.Of(value));
                break;
        }
    }

    private static object ReadNumber(JsonElement element)
    {
        if (element.TryGetInt32(out var small))
        {
            return small;
        }

        return element.TryGetInt64(out var whole) ? whole : element.GetDouble();
    }

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
