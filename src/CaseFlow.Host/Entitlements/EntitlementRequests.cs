using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Host.Entitlements;

/// <summary>How bodies of the entitlement endpoints are read and written: unknown properties are errors, never ignored.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.Strict
)]
[JsonSerializable(typeof(CreateEntitlement.Request), TypeInfoPropertyName = "CreateEntitlement")]
[JsonSerializable(typeof(EntitlementTerms))]
[JsonSerializable(typeof(EntitlementView))]
[JsonSerializable(typeof(EntitlementTemplates.TemplateView))]
internal sealed partial class EntitlementRequests : JsonSerializerContext;
