using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Cases;

/// <summary>The value of a field, as JSON knows values. Choices, days and times are kept as text.</summary>
[JsonConverter(typeof(FieldValueJson))]
public abstract record FieldValue
{
    private FieldValue() { }

    public sealed record Text(string Value) : FieldValue;

    public sealed record Integer(long Value) : FieldValue;

    public sealed record Decimal(decimal Value) : FieldValue;

    public sealed record Boolean(bool Value) : FieldValue;

    public sealed override string ToString() =>
        this switch
        {
            Text(var value) => value,
            Integer(var value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Decimal(var value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Boolean(var value) => value ? "true" : "false",
            _ => "",
        };
}

internal sealed class FieldValueJson : JsonConverter<FieldValue>
{
    public override FieldValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => new FieldValue.Text(reader.GetString()!),
            JsonTokenType.True or JsonTokenType.False => new FieldValue.Boolean(reader.GetBoolean()),
            // A decimal is written with its point, so that 2.0 stays a decimal and 2 an integer.
            JsonTokenType.Number
                when reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0
                    && reader.TryGetInt64(out var whole) => new FieldValue.Integer(whole),
            JsonTokenType.Number when reader.TryGetDecimal(out var number) => new FieldValue.Decimal(number),
            _ => throw new JsonException("A field's value is a text, a number, true or false."),
        };

    public override void Write(Utf8JsonWriter writer, FieldValue value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case FieldValue.Text(var text):
                writer.WriteStringValue(text);
                break;
            case FieldValue.Integer(var whole):
                writer.WriteNumberValue(whole);
                break;
            case FieldValue.Decimal(var number):
                writer.WriteRawValue(WithPoint(number));
                break;
            case FieldValue.Boolean(var flag):
                writer.WriteBooleanValue(flag);
                break;
        }
    }

    private static string WithPoint(decimal number)
    {
        var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }
}
