using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CaseFlow.Engine.Webhooks;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>
/// Whether a delivery was signed with one of the secrets, as its sender does it. Compared in constant time; several secrets
/// and several signatures let either side go over from one to the next.
/// </summary>
internal static class HookSignature
{
    public static bool IsGood(
        HookVerification verification,
        ImmutableArray<string> secrets,
        IHeaderDictionary headers,
        ReadOnlySpan<byte> body,
        DateTimeOffset now
    ) =>
        verification.Scheme switch
        {
            HookScheme.None => true,
            HookScheme.Bearer => Bearer(secrets, headers),
            HookScheme.GitHub => GitHub(secrets, headers, body),
            HookScheme.Stripe => Stripe(secrets, headers, body, now, verification.Tolerance),
            HookScheme.Zendesk => Zendesk(secrets, headers, body, now, verification.Tolerance),
            HookScheme.StandardWebhooks => Standard(secrets, headers, body, now, verification.Tolerance),
            _ => false,
        };

    private static bool Bearer(ImmutableArray<string> secrets, IHeaderDictionary headers)
    {
        const string Prefix = "Bearer ";
        var given = headers.Authorization.ToString();
        if (!given.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // Hashes are of one length, so that the time tells nothing about that of the secret.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(given[Prefix.Length..].Trim()));
        return AnyIs(secrets.Select(secret => SHA256.HashData(Encoding.UTF8.GetBytes(secret))), [hash]);
    }

    private static bool GitHub(ImmutableArray<string> secrets, IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        const string Prefix = "sha256=";
        var given = headers["X-Hub-Signature-256"].ToString();
        return given.StartsWith(Prefix, StringComparison.Ordinal)
            && AnyIs(Signed(secrets.Select(Encoding.UTF8.GetBytes), "", body), [FromHex(given[Prefix.Length..])]);
    }

    private static bool Stripe(
        ImmutableArray<string> secrets,
        IHeaderDictionary headers,
        ReadOnlySpan<byte> body,
        DateTimeOffset now,
        TimeSpan tolerance
    )
    {
        var parts = headers["Stripe-Signature"]
            .ToString()
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToList();
        var time = parts.Find(part => part[0] == "t")?[1];
        return IsFresh(UnixTime(time), now, tolerance)
            && AnyIs(
                Signed(secrets.Select(Encoding.UTF8.GetBytes), $"{time}.", body),
                parts.Where(part => part[0] == "v1").Select(part => FromHex(part[1]))
            );
    }

    private static bool Zendesk(
        ImmutableArray<string> secrets,
        IHeaderDictionary headers,
        ReadOnlySpan<byte> body,
        DateTimeOffset now,
        TimeSpan tolerance
    )
    {
        var time = headers["X-Zendesk-Webhook-Signature-Timestamp"].ToString();
        var signedAt = DateTimeOffset.TryParse(
            time,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? at
            : (DateTimeOffset?)null;
        return IsFresh(signedAt, now, tolerance)
            && AnyIs(
                Signed(secrets.Select(Encoding.UTF8.GetBytes), time, body),
                [FromBase64(headers["X-Zendesk-Webhook-Signature"].ToString())]
            );
    }

    private static bool Standard(
        ImmutableArray<string> secrets,
        IHeaderDictionary headers,
        ReadOnlySpan<byte> body,
        DateTimeOffset now,
        TimeSpan tolerance
    )
    {
        var (id, time) = (
            headers[WebhookSignature.IdHeader].ToString(),
            headers[WebhookSignature.TimeHeader].ToString()
        );
        return id.Length > 0
            && IsFresh(UnixTime(time), now, tolerance)
            && AnyIs(
                Signed(secrets.Select(StandardKey), WebhookSignature.SignedText(id, time, body)),
                headers[WebhookSignature.SignatureHeader]
                    .ToString()
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Where(one => one.StartsWith(WebhookSignature.Version, StringComparison.Ordinal))
                    .Select(one => FromBase64(one[WebhookSignature.Version.Length..]))
            );
    }

    // Some senders write the key as it is.
    private static byte[] StandardKey(string secret) =>
        WebhookSignature.KeyOf(secret) is { Length: > 0 } key ? key : Encoding.UTF8.GetBytes(secret);

    private static List<byte[]> Signed(IEnumerable<byte[]> keys, string before, ReadOnlySpan<byte> body) =>
        Signed(keys, [.. Encoding.UTF8.GetBytes(before), .. body]);

    private static List<byte[]> Signed(IEnumerable<byte[]> keys, byte[] text) =>
        [.. keys.Select(key => HMACSHA256.HashData(key, text))];

    // All are compared, whichever fits.
    private static bool AnyIs(IEnumerable<byte[]> expected, IEnumerable<byte[]> given)
    {
        var signatures = given.ToList();
        var found = false;
        foreach (var one in expected)
        {
            foreach (var signature in signatures)
            {
                found |= CryptographicOperations.FixedTimeEquals(one, signature);
            }
        }

        return found;
    }

    private static bool IsFresh(DateTimeOffset? signedAt, DateTimeOffset now, TimeSpan tolerance) =>
        signedAt is { } at && (now - at).Duration() <= tolerance;

    private static DateTimeOffset? UnixTime(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static byte[] FromHex(string text)
    {
        var bytes = new byte[text.Length / 2];
        return Convert.FromHexString(text, bytes, out _, out var written) == System.Buffers.OperationStatus.Done
            ? bytes[..written]
            : [];
    }

    private static byte[] FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : [];
    }
}
