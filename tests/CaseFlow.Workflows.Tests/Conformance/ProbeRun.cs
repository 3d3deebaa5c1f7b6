using System.Text.Json;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Documents;
using CaseFlow.Workflows.Running.State;
using CaseFlow.Workflows.Tests.Running;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Tests.Conformance;

/// <summary>Plays a probe: its definitions, then what its run says, step by step.</summary>
internal static class ProbeRun
{
    public static Outcome Play(JsonElement probe, FlowchartMode mode, bool asYaml = false)
    {
        var host = new MemoryHost(mode);
        var last = "";
        foreach (var definition in probe.GetProperty("definitions").EnumerateArray())
        {
            var text = definition.GetRawText();
            last = (
                asYaml ? host.Import(Yaml(text), "probe.workflow.yaml") : host.Import(text, "probe.json")
            ).DefinitionId;
        }

        var run = probe.GetProperty("run");
        var statuses = new List<string>();
        var isRepeated = run.TryGetProperty("repeat", out var repeat);
        for (var round = 0; round < (isRepeated ? repeat.GetInt32() : 1); round++)
        {
            Play(host, run, last, statuses);
            if (isRepeated)
            {
                host.Lines.Add("--");
            }
        }

        return OutcomeOf(host, host.Instances.Last(one => one.Definition.DefinitionId == last), statuses);
    }

    /// <summary>Whether one of its definitions names what is not there, or code of a host.</summary>
    public static bool IsRefused(JsonElement probe) =>
        probe
            .GetProperty("definitions")
            .EnumerateArray()
            .Select(definition => WorkflowReader.Read(definition.GetRawText(), "probe.json"))
            .OfType<WorkflowReadResult.Broken>()
            .SelectMany(broken => broken.Problems)
            .Any(problem =>
                problem.Code
                    is WorkflowProblems.UnknownActivity
                        or WorkflowProblems.NotAvailable
                        or WorkflowProblems.ForeignCode
            );

    public static Outcome OutcomeOf(MemoryHost host, MemoryInstance subject, IEnumerable<string> statuses) =>
        new(
            [.. statuses],
            Outcome.LinesOf(host.Lines),
            subject.Status,
            [.. subject.State.Incidents.Select(incident => $"{incident.ActivityId}: {incident.Message}")],
            ValueJson.Write(subject.State.Output),
            host.Instances.Count,
            subject.State.Name,
            subject.State.CorrelationId
        );

    private static void Play(MemoryHost host, JsonElement run, string definition, List<string> statuses)
    {
        MemoryInstance? subject = null;
        var isOne = !run.TryGetProperty("starts", out var starts) && !run.TryGetProperty("noStart", out _);
        if (isOne)
        {
            var input = run.TryGetProperty("input", out var given)
                ? (IReadOnlyDictionary<string, object?>)ValueJson.Read(given)!
                : null;
            subject = host.Start(definition, input, Text(run, "correlationId"));
            statuses.Add("start:" + subject.Status);
        }
        else if (starts.ValueKind == JsonValueKind.Array)
        {
            foreach (var correlation in starts.EnumerateArray())
            {
                host.Start(definition, correlationId: correlation.GetString());
            }
        }

        foreach (var step in run.TryGetProperty("steps", out var steps) ? steps.EnumerateArray() : default)
        {
            Step(host, step, subject);
            if (subject is not null)
            {
                statuses.Add(subject.Status);
            }
        }
    }

    private static void Step(MemoryHost host, JsonElement step, MemoryInstance? subject)
    {
        var payload = step.TryGetProperty("payload", out var written) ? ValueJson.Read(written) : null;
        if (Text(step, "event") is { } name)
        {
            var isGlobal = step.TryGetProperty("global", out var global) && global.GetBoolean();
            host.Publish(name, payload, Text(step, "correlationId"), isGlobal ? null : subject);
        }
        else if (step.TryGetProperty("completeTask", out var result))
        {
            var task = subject!.State.Bookmarks.Single(bookmark => bookmark.Kind == BookmarkKind.Task);
            var answer = ValueJson.Read(result);
            host.InBackground(() => host.Resume(subject, task, answer));
        }
        else
        {
            host.Rest();
        }
    }

    private static string Yaml(string json) => WorkflowWriter.ToYaml(DocumentReader.Read(json, "probe.json", out _)!);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) ? text.GetString() : null;
}
