using System.Text.Json;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Tests.Conformance;

/// <summary>What Elsa itself does with definitions, as files: probes, and its own tests.</summary>
internal static class ConformanceData
{
    public const string Missing = "(the data is not on this machine)";

    /// <summary>
    /// Where Elsa's recorded result is a defect, and what happens here in its place. The key is the case, with its mode where
    /// only one is meant.
    /// </summary>
    public static IReadOnlyDictionary<string, (string Why, Func<Outcome, Outcome> Instead)> Better { get; } =
        new Dictionary<string, (string, Func<Outcome, Outcome>)>(StringComparer.Ordinal)
        {
            ["p33-execute-workflow-suspends"] = (
                "Elsa loses what a child gave that had to wait; here the parent gets it.",
                elsa =>
                    elsa with
                    {
                        Lines =
                        [
                            .. elsa.Lines[..^1],
                            """result {"workflowInstanceId":"i1:4","status":"Finished","subStatus":"Finished","output":{"Answer":"42"}}""",
                        ],
                    }
            ),
            ["p68-liquid-error"] = (
                "Elsa writes the error of a broken template where its text should be, into a mail to a customer; here the activity faults.",
                elsa =>
                    elsa with
                    {
                        Statuses = ["start:Finished/Faulted"],
                        Lines = [""],
                        Final = "Finished/Faulted",
                        Incidents = ["w: Failed to evaluate activity input 'Text'"],
                    }
            ),
            ["p63-waitall-dead-branch (Token)"] = (
                "In Elsa a join waits for ever for a branch that was not taken; here the flowchart ends, as in counter mode.",
                elsa => elsa with { Statuses = ["start:Finished/Finished"], Final = "Finished/Finished" }
            ),
        };

    public static string Folder => SharedData.Folder("elsa-conformance");

    public static IEnumerable<string> ProbeNames =>
        Directory.Exists(Unchecked)
            ? Directory
                .GetFiles(Path.Combine(Unchecked, "probes"), "*.json")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal)
            : [Missing];

    public static IEnumerable<string> ScenarioNames =>
        Directory.Exists(Unchecked)
            ? Scenarios(Unchecked).Select(one => one.GetProperty("case").GetString()!)
            : [Missing];

    private static string Unchecked => Path.Combine(Repository.Root, "..", "shared", "data", "elsa-conformance");

    public static JsonElement Probe(string name) =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, "probes", name + ".json")));

    public static JsonElement Scenario(string name) =>
        Scenarios(Folder).Single(one => one.GetProperty("case").GetString() == name);

    /// <summary>What is to come of a case here. Token mode was recorded only where it differs.</summary>
    public static Outcome Expected(string name, JsonElement recorded, FlowchartMode mode)
    {
        var hasOwn = recorded.TryGetProperty("expectedInTokenMode", out var inTokenMode);
        var elsa = Outcome.Of(mode == FlowchartMode.Token && hasOwn ? inTokenMode : recorded.GetProperty("expected"));
        return Better.TryGetValue($"{name} ({mode})", out var inMode) ? inMode.Instead(elsa)
            : Better.TryGetValue(name, out var better) ? better.Instead(elsa)
            : elsa;
    }

    private static JsonElement[] Scenarios(string folder) =>
        [.. JsonElement.Parse(File.ReadAllText(Path.Combine(folder, "elsa-tests", "expected.json"))).EnumerateArray()];
}
