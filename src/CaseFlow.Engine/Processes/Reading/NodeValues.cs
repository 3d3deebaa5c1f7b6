using System.Globalization;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Takes values out of a tree; null stands for what is missing or of the wrong kind, which the shape check has reported.</summary>
internal static class NodeValues
{
    /// <summary>What stands behind the key, or null where nothing does.</summary>
    public static YamlNode? At(this YamlNode? node, Key key) =>
        node is YamlMapping mapping && mapping[key.Name] is { } value and not YamlScalar { IsNothing: true }
            ? value
            : null;

    public static YamlScalar? AsScalar(this YamlNode? node) =>
        node is YamlScalar { IsNothing: false } scalar ? scalar : null;

    public static string? AsText(this YamlNode? node) => node.AsScalar()?.Value;

    public static bool AsFlag(this YamlNode? node) => node is YamlScalar { Flag: true };

    public static decimal? AsNumber(this YamlNode? node) =>
        node is YamlScalar { IsPlain: true, Value: var text }
        && decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    public static int? AsWhole(this YamlNode? node) =>
        node.AsNumber() is { } number and >= int.MinValue and <= int.MaxValue && number == decimal.Truncate(number)
            ? (int)number
            : null;

    /// <summary>The items of a list, or the one value where no list is written.</summary>
    public static ImmutableArray<YamlNode> Many(this YamlNode? node) =>
        node switch
        {
            null => [],
            YamlSequence list => list.Items,
            _ => [node],
        };

    public static ImmutableArray<YamlScalar> ManyScalars(this YamlNode? node) => [.. node.Many().OfType<YamlScalar>()];

    /// <summary>The keys with their values; of a key that is written twice, the first one.</summary>
    public static ImmutableArray<YamlEntry> Entries(this YamlNode? node) =>
        node is YamlMapping mapping ? [.. mapping.Entries.DistinctBy(entry => entry.Name, StringComparer.Ordinal)] : [];
}
