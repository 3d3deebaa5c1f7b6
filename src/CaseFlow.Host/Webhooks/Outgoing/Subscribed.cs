using System.Collections.Concurrent;
using CaseFlow.Host.Events;
using CaseFlow.Storage;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>Reads what a subscription's row keeps as text.</summary>
internal static class Subscribed
{
    private static readonly ConcurrentDictionary<string, EventTypes> Read = new(StringComparer.Ordinal);

    /// <summary>A type that an earlier version knew and this one does not is no reason to tell nothing.</summary>
    public static EventTypes Types(SubscriptionRow subscription) =>
        Read.GetOrAdd(subscription.Types, static text => EventTypes.Known(text.Split(',')));

    public static ImmutableArray<string> HeaderNames(SubscriptionRow subscription) =>
        [.. subscription.HeaderNames.Split(',', StringSplitOptions.RemoveEmptyEntries)];
}
