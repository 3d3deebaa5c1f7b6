using System.Text.Json;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Running.State;
using CaseFlow.Workflows.Tests.Running;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Tests.Conformance;

/// <summary>Plays one of Elsa's own test definitions until nothing waits any more, the first or the last bookmark first.</summary>
internal static class ScenarioRun
{
    public static Outcome Play(JsonElement scenario, string folder, FlowchartMode mode, Index first)
    {
        var host = new MemoryHost(mode);
        var wanted = scenario.GetProperty("run").GetString()!;
        var subject = "";
        foreach (var file in Files(scenario, folder))
        {
            var definition = host.Import(File.ReadAllText(file), Path.GetFileName(file));
            subject = Path.GetFileNameWithoutExtension(file) == wanted ? definition.DefinitionId : subject;
        }

        var input = scenario.TryGetProperty("input", out var given)
            ? (IReadOnlyDictionary<string, object?>)ValueJson.Read(given)!
            : null;
        var instance = host.Start(subject, input);
        host.Rest();
        var statuses = new List<string> { instance.Status };
        while (instance.State is { Status: InstanceStatus.Running, Bookmarks: [_, ..] bookmarks })
        {
            var bookmark = bookmarks[first];
            var type = instance.Definition.Root.Find(bookmark.ActivityId)?.Type;
            host.Resume(instance, bookmark);
            host.Rest();
            statuses.Add($"resume {type} -> {instance.Status}");
        }

        return ProbeRun.OutcomeOf(host, instance, statuses) with
        {
            Final = null,
        };
    }

    private static IEnumerable<string> Files(JsonElement scenario, string folder)
    {
        var files = scenario.GetProperty("files");
        if (files.ValueKind == JsonValueKind.Array)
        {
            return files.EnumerateArray().Select(file => Path.Combine(folder, file.GetString()!));
        }

        var named = files.GetString()![(files.GetString()!.LastIndexOf('/') + 1)..];
        return Directory.GetFiles(Path.Combine(folder, "elsa-tests", named), "*.json").Order(StringComparer.Ordinal);
    }

    private static ActivityNode? Find(this ActivityNode node, string id) =>
        node.Id == id ? node : node.Children.Select(child => child.Find(id)).FirstOrDefault(found => found is not null);
}
