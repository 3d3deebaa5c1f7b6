using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Host.Workflows.Api;

/// <summary>How request bodies of the workflow endpoints are read: unknown properties are errors, never ignored.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RunWorkflow.Request), TypeInfoPropertyName = "RunWorkflow")]
[JsonSerializable(typeof(PostEvent.Request), TypeInfoPropertyName = "PostEvent")]
[JsonSerializable(typeof(CompleteTask.Request), TypeInfoPropertyName = "CompleteTask")]
[JsonSerializable(typeof(PublishWorkflow.Request), TypeInfoPropertyName = "PublishWorkflow")]
internal sealed partial class WorkflowRequests : JsonSerializerContext;
