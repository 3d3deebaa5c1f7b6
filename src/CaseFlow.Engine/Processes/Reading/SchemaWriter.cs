using System.Text.Json.Nodes;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Writes a table of keys as JSON Schema.</summary>
internal static class SchemaWriter
{
    public static JsonObject Write(Section section, string title, string description)
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = title,
            ["description"] = description,
        };
        foreach (var (name, value) in OfSection(section).ToList())
        {
            schema[name] = value?.DeepClone();
        }

        schema["$defs"] = SchemaDefinitions.All();
        return schema;
    }

    private static JsonObject OfSection(Section section)
    {
        var properties = new JsonObject();
        foreach (var key in section.Keys)
        {
            properties[key.Name] = OfKey(key);
        }

        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        var required = section.Keys.Where(key => key.Required).Select(key => (JsonNode)key.Name).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        return schema;
    }

    private static JsonObject OfKey(Key key)
    {
        var schema = Of(key.Shape);
        schema["description"] = key.Meaning;
        return schema;
    }

    public static JsonObject Of(Shape shape) =>
        shape switch
        {
            Shape.Text text => OfText(text),
            Shape.Word word => new JsonObject { ["enum"] = Words(word.Words) },
            Shape.Label => SchemaDefinitions.Refer(SchemaDefinitions.Label),
            Shape.Condition => SchemaDefinitions.Refer(SchemaDefinitions.Condition),
            Shape.Flag => new JsonObject { ["type"] = "boolean" },
            Shape.Presence => new JsonObject { ["enum"] = new JsonArray(null, true) },
            Shape.Whole(var least, var most) => new JsonObject
            {
                ["type"] = "integer",
                ["minimum"] = least,
                ["maximum"] = most,
            },
            Shape.Number => new JsonObject { ["type"] = "number" },
            Shape.OneOrMany(var of) => new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    Of(of),
                    new JsonObject
                    {
                        ["type"] = "array",
                        ["items"] = Of(of),
                        ["minItems"] = 1,
                    }
                ),
            },
            Shape.ListOf list => OfList(Of(list.Of), list.Most),
            Shape.MapOf map => OfMap(map),
            Shape.PathOf path => OfList(OfPathItem(path.Of), path.Most),
            Shape.Keys(var section) => OfSection(section),
            Shape.Kinds kinds => OfKinds(kinds),
            Shape.ShortOr(var brief, var section) => new JsonObject
            {
                ["anyOf"] = new JsonArray(Of(brief), OfSection(section)),
            },
            Shape.WordOr(var all, var rest) => new JsonObject
            {
                ["anyOf"] = new JsonArray(new JsonObject { ["const"] = all }, Of(rest)),
            },
            _ => [],
        };

    // YAML reads an unquoted 2026 as a number, and the reader takes it as the text that it is.
    private static JsonObject OfText(Shape.Text text)
    {
        var schema = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") };
        if (text.Pattern is { } pattern)
        {
            schema["type"] = "string";
            schema["pattern"] = pattern;
        }

        schema["maxLength"] = text.Most;
        return schema;
    }

    private static JsonObject OfList(JsonObject items, int most) =>
        new()
        {
            ["type"] = "array",
            ["items"] = items,
            ["minItems"] = 1,
            ["maxItems"] = most,
        };

    private static JsonObject OfMap(Shape.MapOf map)
    {
        var of = Of(map.Of);
        // 'on-hold:' alone is a status with nothing special about it.
        if (map.Of is Shape.Keys(var section) && !section.Keys.Any(key => key.Required))
        {
            of["type"] = new JsonArray("object", "null");
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["propertyNames"] = Of(map.Named),
            ["additionalProperties"] = of,
            ["minProperties"] = 1,
            ["maxProperties"] = map.Most,
        };
    }

    private static JsonObject OfPathItem(Section section)
    {
        var of = OfSection(section);
        of["type"] = new JsonArray("object", "null");
        return new JsonObject
        {
            ["anyOf"] = new JsonArray(
                Of(Shape.Name),
                new JsonObject
                {
                    ["type"] = "object",
                    ["propertyNames"] = Of(Shape.Name),
                    ["additionalProperties"] = of,
                    ["minProperties"] = 1,
                    ["maxProperties"] = 1,
                }
            ),
        };
    }

    private static JsonObject OfKinds(Shape.Kinds kinds)
    {
        var kindSchemas = kinds.Of.Select(kind => (JsonNode)OfSection(kind)).ToList();
        ImmutableArray<string> bare =
        [
            .. kinds.Of.Where(kind => Section.MayBeBare(kind.Keys[0].Shape)).Select(kind => kind.Keys[0].Name),
        ];
        if (!bare.IsEmpty)
        {
            kindSchemas.Insert(0, new JsonObject { ["enum"] = Words(bare) });
        }

        return new JsonObject { ["anyOf"] = new JsonArray([.. kindSchemas]) };
    }

    private static JsonArray Words(ImmutableArray<string> words) => new([.. words.Select(word => (JsonNode)word)]);
}
