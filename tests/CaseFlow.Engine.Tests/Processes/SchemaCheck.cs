using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Tests.Processes;

/// <summary>As much of JSON Schema as the schema of processes uses, over the reader's own trees.</summary>
internal sealed class SchemaCheck(JsonObject root)
{
    /// <summary>The first place that does not fit, or null.</summary>
    public string? FindMisfit(YamlNode node) => FindMisfit(node, root);

    private string? FindMisfit(YamlNode node, JsonObject schema)
    {
        if (schema["$ref"] is { } reference)
        {
            var name = reference.GetValue<string>().Split('/')[^1];
            return FindMisfit(node, root["$defs"]![name]!.AsObject());
        }

        return schema["not"] is not null ? Misfit(node, "must not be there")
            : schema["type"] is { } type && !HasType(node, type) ? Misfit(node, $"is not of type {type.ToJsonString()}")
            : schema["const"] is { } only && !IsAmong(node, new JsonArray(only.DeepClone()))
                ? Misfit(node, $"is not {only.ToJsonString()}")
            : schema["enum"] is JsonArray words && !IsAmong(node, words)
                ? Misfit(node, $"is not among {words.ToJsonString()}")
            : schema["pattern"] is { } pattern
            && node is YamlScalar text
            && !Regex.IsMatch(text.Value, pattern.GetValue<string>(), RegexOptions.NonBacktracking)
                ? Misfit(node, "has the wrong form")
            : FindMisfitAmong(node, schema) ?? FindMisfitWithin(node, schema);
    }

    private string? FindMisfitAmong(YamlNode node, JsonObject schema) =>
        schema["anyOf"] is not JsonArray kinds || kinds.Any(kind => FindMisfit(node, kind!.AsObject()) is null)
            ? null
            : Misfit(
                node,
                "fits none: " + string.Join(" / ", kinds.Select(kind => FindMisfit(node, kind!.AsObject())))
            );

    private string? FindMisfitWithin(YamlNode node, JsonObject schema)
    {
        if (node is YamlSequence { Items: var items } && schema["items"] is JsonObject each)
        {
            return items.Select(item => FindMisfit(item, each)).FirstOrDefault(misfit => misfit is not null);
        }

        if (node is not YamlMapping mapping)
        {
            return null;
        }

        var missing = (schema["required"] as JsonArray)?.FirstOrDefault(name =>
            mapping[name!.GetValue<string>()] is null
        );
        return missing is not null
            ? Misfit(node, $"lacks {missing}")
            : mapping.Entries.Select(entry => FindMisfit(entry, schema)).FirstOrDefault(misfit => misfit is not null);
    }

    private string? FindMisfit(YamlEntry entry, JsonObject schema) =>
        schema["properties"]?[entry.Name] is JsonObject known ? FindMisfit(entry.Value, known)
        : schema["additionalProperties"] is JsonObject any ? FindMisfit(entry.Value, any)
        : schema["additionalProperties"] is JsonValue ? Misfit(entry.Key, $"'{entry.Name}' is not in the schema")
        : null;

    private static bool HasType(YamlNode node, JsonNode type) =>
        type is JsonArray several
            ? several.Any(one => HasType(node, one!))
            : type.GetValue<string>() switch
            {
                "object" => node is YamlMapping,
                "array" => node is YamlSequence,
                "null" => node is YamlScalar { IsNothing: true },
                "boolean" => node is YamlScalar { Flag: not null },
                "number" or "integer" => node is YamlScalar { IsPlain: true } number
                    && double.TryParse(number.Value, CultureInfo.InvariantCulture, out _),
                _ => node is YamlScalar { IsNothing: false, Flag: null },
            };

    private static bool IsAmong(YamlNode node, JsonArray words) =>
        node is YamlScalar scalar
        && words.Any(word =>
            word is null
                ? scalar.IsNothing
                : string.Equals(word.ToString(), scalar.Value, StringComparison.OrdinalIgnoreCase)
        );

    private static string Misfit(YamlNode node, string what) => $"({node.Start.Line},{node.Start.Column}) {what}";
}
