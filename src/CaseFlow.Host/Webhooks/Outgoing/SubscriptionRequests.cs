using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>How bodies about subscriptions and deliveries are read: unknown properties are errors.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.Strict
)]
[JsonSerializable(typeof(SubscriptionRequest))]
[JsonSerializable(typeof(SubscriptionShape))]
[JsonSerializable(typeof(AddSecret.Request), TypeInfoPropertyName = "AddSecret")]
[JsonSerializable(typeof(ReplayDeliveries.Request), TypeInfoPropertyName = "ReplayDeliveries")]
[JsonSerializable(typeof(ReplayDeliveries.Answer), TypeInfoPropertyName = "ReplayAnswer")]
[JsonSerializable(typeof(DeliveryShape))]
internal sealed partial class SubscriptionRequests : JsonSerializerContext;

/// <summary>What a subscription is to be; in a change, what is left out stays as it is.</summary>
/// <param name="Url">Where events are posted to.</param>
/// <param name="Types">Types of events; <c>clock-*</c> for all that begin so, <c>*</c> for all.</param>
/// <param name="Process">Only cases of this process; an empty text for all again.</param>
/// <param name="Condition">A line of CEL that the case must fit; an empty text for none again.</param>
/// <param name="Headers">Go with each request; their values are never shown again.</param>
/// <param name="Secret">What requests are signed with; one is made where it is left out. Only for a new subscription.</param>
/// <param name="Status"><c>active</c>, or <c>paused</c>: what there is to tell waits.</param>
internal sealed record SubscriptionRequest(
    string? Name = null,
    string? Url = null,
    ImmutableArray<string>? Types = null,
    string? Process = null,
    string? Condition = null,
    Dictionary<string, string>? Headers = null,
    string? Secret = null,
    string? Status = null
);
