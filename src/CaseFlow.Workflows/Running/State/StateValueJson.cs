using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Running.State;

/// <summary>A value within the state of an instance.</summary>
internal sealed class StateValueJson : JsonConverter<object?>
{
    public override bool HandleNull => true;

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        StateJson.Read(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options) =>
        StateJson.Write(writer, value);
}

/// <summary>Values by name within the state of an instance.</summary>
internal sealed class ValueMapJson : JsonConverter<ValueMap>
{
    public override ValueMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new((IDictionary<string, object?>)StateJson.Read(JsonElement.ParseValue(ref reader))!);

    public override void Write(Utf8JsonWriter writer, ValueMap value, JsonSerializerOptions options) =>
        StateJson.Write(writer, value);
}
