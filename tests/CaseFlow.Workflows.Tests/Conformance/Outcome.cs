using System.Text.Json;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Tests.Conformance;

/// <summary>What came of a run, as it was recorded from Elsa.</summary>
internal sealed record Outcome(
    ImmutableArray<string> Statuses,
    ImmutableArray<string> Lines,
    string? Final,
    ImmutableArray<string> Incidents,
    string? Output,
    int? Instances,
    string? Name,
    string? CorrelationId
)
{
    public static Outcome Of(JsonElement recorded) =>
        new(
            Texts(recorded, "statuses"),
            Texts(recorded, "lines"),
            Text(recorded, "final"),
            Texts(recorded, "incidents"),
            recorded.TryGetProperty("output", out var output) ? ValueJson.Write(ValueJson.Read(output)) : null,
            recorded.TryGetProperty("instances", out var instances) ? instances.GetInt32() : null,
            Text(recorded, "name"),
            Text(recorded, "correlationId")
        );

    /// <summary>Lines as they were recorded: all that was written, cut at line ends, without those at the end.</summary>
    public static ImmutableArray<string> LinesOf(IEnumerable<string> written) =>
        [.. string.Join('\n', written).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')];

    /// <summary>The same, with what the other did not record left out.</summary>
    public Outcome AsFarAs(Outcome recorded) =>
        this with
        {
            Final = recorded.Final is null ? null : Final,
            Output = recorded.Output is null ? null : Output,
            Instances = recorded.Instances is null ? null : Instances,
            Name = recorded.Name is null ? null : Name,
            CorrelationId = recorded.CorrelationId is null ? null : CorrelationId,
        };

    public override string ToString() =>
        $"""
            statuses: {string.Join(" | ", Statuses)}
            lines: {string.Join(" | ", Lines)}
            final: {Final}, incidents: {string.Join(" | ", Incidents)}
            output: {Output}, instances: {Instances}, name: {Name}, correlation: {CorrelationId}
            """;

    private static ImmutableArray<string> Texts(JsonElement recorded, string name) =>
        recorded.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
            : [];

    private static string? Text(JsonElement recorded, string name) =>
        recorded.TryGetProperty(name, out var text) ? text.GetString() : null;
}
