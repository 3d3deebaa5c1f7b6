using CaseFlow.Storage;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>Where a subscription's deliveries go, and what goes with them; secrets in the clear.</summary>
/// <param name="Unreadable">Why nothing can be sent; null where it can.</param>
internal sealed record Endpoint(
    Uri Url,
    ImmutableArray<string> Secrets,
    IReadOnlyDictionary<string, string> Headers,
    string? Unreadable
)
{
    public static Endpoint Of(
        SubscriptionRow subscription,
        IEnumerable<SubscriptionSecretRow> kept,
        SubscriptionSecrets secrets
    )
    {
        var read = kept.OrderBy(row => row.CreatedAt).Select(row => secrets.Read(row.Secret)).ToList();
        var headers = secrets.ReadHeaders(subscription.Headers);
        return new(
            new Uri(subscription.Url),
            [.. read.OfType<string>()],
            headers ?? ImmutableDictionary<string, string>.Empty,
            headers is null || read.Count == 0 || read.Contains(null)
                ? "The secrets of the subscription cannot be read: the keys in DataProtection:KeysFolder are not those "
                    + "that they were kept with. Put the keys back, or give the subscription new secrets."
                : null
        );
    }
}
