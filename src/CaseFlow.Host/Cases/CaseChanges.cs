using System.Collections.Frozen;
using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary>What is different about a case, field by field, between what somebody saw of it and what it is now.</summary>
internal static class CaseChanges
{
    // What differs whenever anything does, or with time alone.
    private static readonly FrozenSet<string> Beside = FrozenSet.Create(
        StringComparer.Ordinal,
        "version",
        "modifiedAt",
        "statusSince",
        "stageSince",
        "queuedSince",
        "clock",
        "undo"
    );

    public static ImmutableArray<ChangedField> Between(Case seen, Case now, CaseProcess process)
    {
        var before = Read(seen, process);
        return
        [
            .. Read(now, process)
                .Select(one => new ChangedField(one.Key, before.GetValueOrDefault(one.Key), one.Value))
                .Where(change => !JsonElement.DeepEquals(change.Seen, change.Now)),
        ];
    }

    /// <summary>As the API shows it, with the declared fields beside the others.</summary>
    private static OrderedDictionary<string, JsonElement> Read(Case shown, CaseProcess process)
    {
        var json = JsonSerializer.Deserialize<JsonElement>(CaseView.ToBytes(shown, process));
        var fields = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var one in json.EnumerateObject().Where(one => one.Name != "fields" && !Beside.Contains(one.Name)))
        {
            fields[one.Name] = one.Value;
        }

        foreach (var one in process.Parts.Fields.Where(one => !one.BuiltIn))
        {
            fields[one.Key] = json.GetProperty("fields").TryGetProperty(one.Key, out var value) ? value : Nothing;
        }

        return fields;
    }

    private static JsonElement Nothing { get; } = JsonSerializer.Deserialize<JsonElement>("null");
}
