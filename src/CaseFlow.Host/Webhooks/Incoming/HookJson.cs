using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>How the parts of deliveries are kept.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, string>))]
[JsonSerializable(typeof(ImmutableArray<HookResult>))]
internal sealed partial class HookJson : JsonSerializerContext;
