using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>Keeps what must not be read in the database: the secrets of subscriptions, and the headers that go with them.</summary>
internal sealed class SubscriptionSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("CaseFlow.Webhooks.Subscriptions");

    public string Protect(string secret) => protector.Protect(secret);

    public string? Protect(IReadOnlyDictionary<string, string> headers) =>
        headers.Count == 0 ? null : Protect(JsonSerializer.Serialize(headers));

    /// <summary>Null where the keys that it was protected with are gone.</summary>
    public string? Read(string kept)
    {
        try
        {
            return protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public IReadOnlyDictionary<string, string>? ReadHeaders(string? kept) =>
        kept is null ? ImmutableDictionary<string, string>.Empty
        : Read(kept) is { } json
            ? new Dictionary<string, string>(
                JsonSerializer.Deserialize<Dictionary<string, string>>(json)!,
                StringComparer.OrdinalIgnoreCase
            )
        : null;
}
