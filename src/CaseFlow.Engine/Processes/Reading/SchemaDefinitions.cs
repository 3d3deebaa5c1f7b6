using System.Text.Json.Nodes;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>The parts of the schema that stand in many places and are written once.</summary>
internal static class SchemaDefinitions
{
    public const string Condition = "condition";
    public const string Label = "label";

    public static JsonObject All() => new() { [Condition] = ConditionDefinition(), [Label] = LabelDefinition() };

    public static JsonObject Refer(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    private static JsonObject ConditionDefinition() =>
        new()
        {
            ["type"] = new JsonArray("string", "boolean"),
            ["description"] =
                "A condition in CEL, the Common Expression Language, over case, customer, contact, entitlement, queue, actor and now: "
                + "case.priority == 'high'.",
        };

    private static JsonObject LabelDefinition() =>
        new()
        {
            ["description"] = "A text for people, or one for each language: { en: On hold, fr: En attente }.",
            ["anyOf"] = new JsonArray(
                SchemaWriter.Of(Shape.AnyText),
                new JsonObject
                {
                    ["type"] = "object",
                    ["propertyNames"] = SchemaWriter.Of(Shape.Language),
                    ["additionalProperties"] = SchemaWriter.Of(Shape.AnyText),
                    ["minProperties"] = 1,
                }
            ),
        };
}
