using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Host.Customers;

/// <summary>How bodies of the customer endpoints are read: unknown properties are errors, never ignored.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.Strict
)]
[JsonSerializable(typeof(CreateCustomer.Request))]
[JsonSerializable(typeof(CustomerView))]
internal sealed partial class CustomerRequests : JsonSerializerContext;
