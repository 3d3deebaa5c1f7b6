using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads where open cases of earlier versions go.</summary>
internal sealed class MigrationReader(ProblemList problems)
{
    public MigrationMap Read(YamlNode? section, KnownNames statuses, KnownNames stages, KnownNames queues) =>
        section is null
            ? MigrationMap.None
            : new MigrationMap
            {
                Statuses = ReadMap(section.At(MigrateKeys.Statuses), statuses, "status"),
                Stages = ReadMap(section.At(MigrateKeys.Stages), stages, "stage"),
                Queues = ReadMap(section.At(MigrateKeys.Queues), queues, "queue"),
            };

    private ImmutableSortedDictionary<string, string> ReadMap(YamlNode? section, KnownNames known, string noun)
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (old, target) in section.Entries())
        {
            if (known.Contains(old.Value))
            {
                problems.Add(
                    old.Start,
                    ProblemCodes.NeedlessMapping,
                    $"{noun} '{old.Value}' is still here, so its cases stay as they are; remove the mapping"
                );
            }

            if (known.Refer(target, "migration to") is { } name)
            {
                map[old.Value] = name;
            }
        }

        return map.ToImmutable();
    }
}
