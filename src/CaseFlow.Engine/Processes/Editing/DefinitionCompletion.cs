using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Editing;

/// <summary>What can be written at a place of a definition: the keys that its schema has there, its words, and the names above and below.</summary>
public static partial class DefinitionCompletion
{
    private static readonly JsonObject schema = JsonNode.Parse(ProcessSchema.Json)!.AsObject();

    // The keys whose values name something that the definition declares, and where it does so.
    private static readonly ImmutableSortedDictionary<string, string> named = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["queue"] = "queues",
        ["otherwise"] = "queues",
        ["from"] = "statuses",
        ["to"] = "statuses",
        ["status"] = "statuses",
        ["field"] = "fields",
        ["requires"] = "fields",
        ["calendar"] = "calendars",
        ["hours"] = "calendars",
        ["stage"] = "stages",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <param name="line">From 1.</param>
    /// <param name="column">From 1: where the word begins that is being written.</param>
    public static ImmutableArray<Completion> At(string text, int line, int column)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (line < 1 || line > lines.Length || column < 1)
        {
            return [];
        }

        var here = lines[line - 1];
        var before = here[..Math.Min(column - 1, here.Length)];
        if (OnlyDashes.IsMatch(before))
        {
            return Keys(Path(lines, line, before.Length, before.TrimEnd().EndsWith('-')));
        }

        return KeyBefore.Match(before) is { Success: true } key
            ? Values(
                text,
                [
                    .. Path(lines, line, key.Groups["indent"].Length, isItem: key.Groups["indent"].Value.Contains('-')),
                    key.Groups["key"].Value,
                ],
                key.Groups["key"].Value
            )
            : [];
    }

    // The keys above, each further to the left than the one below it.
    private static ImmutableArray<string> Path(string[] lines, int line, int indent, bool isItem)
    {
        var path = new Stack<string>();
        var left = isItem ? lines[line - 1].IndexOf('-') : indent;
        for (var index = line - 2; index >= 0 && left > 0; index--)
        {
            var match = AnyKey.Match(lines[index]);
            if (!match.Success || match.Groups["indent"].Length >= left)
            {
                continue;
            }

            path.Push(match.Groups["key"].Value);
            left = match.Groups["indent"].Value.IndexOf('-') is var dash and >= 0
                ? dash
                : match.Groups["indent"].Length;
        }

        return [.. path];
    }

    private static ImmutableArray<Completion> Keys(ImmutableArray<string> path) =>
        [
            .. Under(path)
                .SelectMany(one => one["properties"] as JsonObject ?? [])
                .DistinctBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => new Completion($"{one.Key}: ", one.Key, "property", Text(one.Value, "description"))),
        ];

    private static ImmutableArray<Completion> Values(string text, ImmutableArray<string> path, string key)
    {
        var words = Under(path)
            .SelectMany(one => one["enum"] as JsonArray ?? [])
            .Select(one => new Completion($"{one}", $"{one}", "enum", null));
        var names = named.TryGetValue(key, out var section)
            ? NamesIn(text, section).Select(name => new Completion(name, name, "constant", null))
            : [];
        return [.. words.Concat(names).DistinctBy(one => one.Label, StringComparer.Ordinal)];
    }

    private static IEnumerable<string> NamesIn(string text, string section) =>
        (YamlTree.Read(text, new ProblemList("")) as YamlMapping)?[section] switch
        {
            YamlMapping states when section == "statuses" => states
                .Entries.Select(state => state.Value)
                .OfType<YamlMapping>()
                .SelectMany(state => state.Entries)
                .Select(entry => entry.Name),
            YamlMapping map => map.Entries.Select(entry => entry.Name),
            YamlSequence list => list
                .Items.OfType<YamlMapping>()
                .Where(item => item.Entries.Length > 0)
                .Select(item => item.Entries[0].Name),
            _ => [],
        };

    private static IEnumerable<JsonObject> Under(ImmutableArray<string> path) =>
        path.Aggregate(
                Opened(schema),
                (so, key) =>
                    so.SelectMany(one =>
                            (one["properties"]?[key] ?? one["additionalProperties"]) is JsonObject next
                                ? Opened(next)
                                : []
                        )
                        .ToList()
            )
            .Distinct();

    // A schema and all that may stand in its place: what it refers to, each of its alternatives, the items of its list.
    private static List<JsonObject> Opened(JsonObject one, int depth = 0)
    {
        if (depth > 8)
        {
            return [];
        }

        var open = new List<JsonObject> { one };
        if (Text(one, "$ref") is { } reference && schema["$defs"]?[reference.Split('/')[^1]] is JsonObject definition)
        {
            open.AddRange(Opened(definition, depth + 1));
        }

        foreach (var alternatives in (string[])["anyOf", "oneOf", "allOf"])
        {
            foreach (var alternative in (one[alternatives] as JsonArray ?? []).OfType<JsonObject>())
            {
                open.AddRange(Opened(alternative, depth + 1));
            }
        }

        if (one["items"] is JsonObject items)
        {
            open.AddRange(Opened(items, depth + 1));
        }

        return open;
    }

    private static string? Text(JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    [GeneratedRegex("^[ -]*$", RegexOptions.NonBacktracking)]
    private static partial Regex OnlyDashes { get; }

    [GeneratedRegex(
        "^(?<indent>[ -]*)(?<key>[a-z][a-z0-9-]*): *[\\[{]? *$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex KeyBefore { get; }

    [GeneratedRegex(
        "^(?<indent>[ -]*)(?<key>[a-z][a-z0-9-]*):",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AnyKey { get; }
}

/// <summary>Something that can be written.</summary>
/// <param name="Apply">The text that is written.</param>
/// <param name="Type"><c>property</c>, <c>enum</c> or <c>constant</c>.</param>
/// <param name="Info">What it means.</param>
public sealed record Completion(string Apply, string Label, string Type, string? Info);
