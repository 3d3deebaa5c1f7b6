using CaseFlow.Storage;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>Rings when there may be something to send.</summary>
internal sealed class DeliveryBell : Bell;
