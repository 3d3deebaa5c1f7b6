using System.Text.Json.Serialization;

namespace CaseFlow.Workflows.Running.State;

/// <summary>How the state of an instance is written: short, and nothing that says nothing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    MaxDepth = 512
)]
[JsonSerializable(typeof(InstanceState))]
[JsonSerializable(typeof(WorkflowEffect))]
internal sealed partial class InstanceStateJson : JsonSerializerContext;
