using System.Text.Json;
using CaseFlow.Storage;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>A webhook as the API shows it.</summary>
/// <param name="Path">Where it answers.</param>
/// <param name="Verify">How deliveries prove who sent them.</param>
/// <param name="Ready">False where the settings lack its secret.</param>
/// <param name="Waiting">Deliveries that are still to be worked on.</param>
/// <param name="Dead">Deliveries that failed too often.</param>
internal sealed record HookShape(
    string Name,
    string Title,
    string Process,
    string Path,
    ImmutableArray<string> Methods,
    string Verify,
    string Definition,
    bool Ready,
    int Waiting,
    int Dead
);

/// <summary>A delivery as lists show it.</summary>
/// <param name="State"><c>waiting</c>, <c>done</c>, <c>refused</c>, <c>ignored</c>, <c>not-matched</c> or <c>dead</c>.</param>
/// <param name="Failures">How often working on it failed.</param>
/// <param name="Replays">How often it was worked on again.</param>
/// <param name="Detail">Why the last try failed.</param>
/// <param name="Results">What came of each command.</param>
internal sealed record HookDeliveryShape(
    Guid Id,
    string Hook,
    string Key,
    DateTimeOffset ReceivedAt,
    string State,
    int Failures,
    int Replays,
    string? Detail,
    DateTimeOffset? EndedAt,
    ImmutableArray<HookResult> Results
)
{
    public static HookDeliveryShape Of(InboundDeliveryRow row) =>
        new(
            row.Id,
            row.Hook,
            row.Key,
            row.ReceivedAt,
            row.State,
            row.Failures,
            row.Replays,
            row.Detail,
            row.EndedAt,
            row.Results is { } json ? JsonSerializer.Deserialize(json, HookJson.Default.ImmutableArrayHookResult) : []
        );
}

/// <summary>A delivery with what was sent; what is secret in it is masked.</summary>
internal sealed record HookDeliveryContent(
    HookDeliveryShape Delivery,
    string Method,
    ImmutableSortedDictionary<string, string> Query,
    ImmutableSortedDictionary<string, string> Headers,
    string Body
);
