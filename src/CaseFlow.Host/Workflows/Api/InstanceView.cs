using System.Text.Json;
using CaseFlow.Storage;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Host.Workflows.Api;

/// <summary>An instance as the API shows it.</summary>
/// <param name="Status"><c>running</c> or <c>finished</c>.</param>
/// <param name="SubStatus"><c>suspended</c>, <c>finished</c>, <c>cancelled</c> or <c>faulted</c>.</param>
/// <param name="Hash">The version of the definition that it runs by.</param>
/// <param name="Waits">Where it stands.</param>
/// <param name="Output">What it gave so far.</param>
public sealed record InstanceView(
    string Id,
    string Workflow,
    string Hash,
    string? Name,
    string? CorrelationId,
    string Status,
    string SubStatus,
    int Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    ImmutableArray<InstanceView.Wait> Waits,
    ImmutableArray<InstanceView.VariableValue> Variables,
    JsonElement Output
)
{
    /// <summary>A place where it stands.</summary>
    /// <param name="For">What it waits for: <c>event</c>, <c>timer</c>, <c>task</c>, <c>http</c>, <c>case</c>, <c>caseEvent</c>, <c>workflow</c>, or <c>answer</c> to what it wants done.</param>
    public sealed record Wait(string Id, string Activity, string For, string? Name, DateTimeOffset? Due);

    /// <summary>A variable, and in which activity it is.</summary>
    public sealed record VariableValue(string Name, string Activity, JsonElement Value);

    public static InstanceView Of(StoredWorkflow stored)
    {
        var state = stored.State;
        return new(
            state.InstanceId,
            state.DefinitionId,
            stored.Hash,
            state.Name,
            state.CorrelationId,
            Word(state.Status),
            Word(state.SubStatus),
            stored.Version,
            state.CreatedAt,
            state.UpdatedAt,
            [.. state.Bookmarks.Select(one => new Wait(one.Id, one.ActivityId, Word(one.Kind), one.Name, one.DueAt))],
            [
                .. state.Frames.SelectMany(frame =>
                    frame.Variables.Select(one => new VariableValue(one.Name, frame.Activity, Json(one.Value)))
                ),
            ],
            Json(state.Output)
        );
    }

    public static string Word<T>(T one)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(one.ToString());

    private static JsonElement Json(object? value) => JsonElement.Parse(ValueJson.Write(value));
}
