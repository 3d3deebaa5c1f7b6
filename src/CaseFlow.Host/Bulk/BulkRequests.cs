using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Host.Cases;

namespace CaseFlow.Host.Bulk;

/// <summary>How bodies about bulk jobs are read: unknown properties are errors.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.Strict
)]
[JsonSerializable(typeof(BulkRequest))]
[JsonSerializable(typeof(BulkShape))]
[JsonSerializable(typeof(NoBody))]
internal sealed partial class BulkRequests : JsonSerializerContext;

/// <summary>One command for many cases.</summary>
/// <param name="Filter">Which cases: those that fit when the job is made.</param>
/// <param name="Ids">Which cases, by their ids, instead of a filter.</param>
/// <param name="Command">The command's <c>name</c>, and beside it what the call for a single case takes.</param>
internal sealed record BulkRequest(
    CaseFilter? Filter = null,
    ImmutableArray<Guid>? Ids = null,
    ImmutableSortedDictionary<string, JsonElement>? Command = null
);
