using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Editing;

/// <summary>Writes where open cases go: the section of that, and no other line.</summary>
internal static class MigrationText
{
    public static (TextLines? Lines, string? Why) Write(TextLines lines, YamlMapping root, MigrationMap map)
    {
        var section = root.Entries.FirstOrDefault(entry => entry.Name == ProcessKeys.Migrate.Name);
        var said = section?.Value;
        ImmutableArray<string> written =
        [
            .. Section(MigrateKeys.Statuses, said, map.Statuses),
            .. Section(MigrateKeys.Stages, said, map.Stages),
            .. Section(MigrateKeys.Queues, said, map.Queues),
        ];
        if (written.IsEmpty)
        {
            return (lines, null);
        }

        ImmutableArray<string> all = [$"{ProcessKeys.Migrate.Name}:", .. written];
        if (section is not null)
        {
            var last = Math.Max(section.Key.Start.Line, EndingLine.Of(lines, section.Value));
            return (lines.With(section.Key.Start.Line, last - section.Key.Start.Line + 1, all), null);
        }

        var end = lines.Lines.Length;
        while (end > 0 && string.IsNullOrWhiteSpace(lines.Lines[end - 1]))
        {
            end--;
        }

        return (lines.With(end + 1, lines.Lines.Length - end, ["", .. all, ""]), null);
    }

    private static IEnumerable<string> Section(
        Key key,
        YamlNode? section,
        ImmutableSortedDictionary<string, string> map
    )
    {
        var pairs = section
            .At(key)
            .Entries()
            .Where(entry => entry.Value is YamlScalar)
            .ToDictionary(entry => entry.Name, entry => ((YamlScalar)entry.Value).Value, StringComparer.Ordinal);
        foreach (var (from, to) in map)
        {
            pairs[from] = to;
        }

        return pairs.Count == 0
            ? []
            :
            [
                $"  {key.Name}: {{ {string.Join(", ", pairs.OrderBy(one => one.Key, StringComparer.Ordinal).Select(Pair))} }}",
            ];
    }

    private static string Pair(KeyValuePair<string, string> pair) =>
        $"{YamlWriting.Text(pair.Key)}: {YamlWriting.Text(pair.Value)}";
}
