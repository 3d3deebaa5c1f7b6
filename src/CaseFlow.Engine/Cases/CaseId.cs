using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Cases;

/// <summary>Names one case for ever.</summary>
[JsonConverter(typeof(CaseIdJson))]
public readonly record struct CaseId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

internal sealed class CaseIdJson : JsonConverter<CaseId>
{
    public override CaseId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, CaseId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
