using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>Signatures and secrets as Standard Webhooks has them: HMAC-SHA256 over id, time and body.</summary>
internal static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimeHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    private const string SecretPrefix = "whsec_";
    private const int FewestBytes = 24;
    private const int MostBytes = 64;

    public static string NewSecret() => SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is wrong with a secret, in a sentence; null where nothing is.</summary>
    public static string? CheckSecret(string secret) =>
        KeyOf(secret) is { Length: >= FewestBytes and <= MostBytes }
            ? null
            : $"A secret is '{SecretPrefix}' and then {FewestBytes} to {MostBytes} bytes in base64. Left out, one is made.";

    /// <summary>One signature for each secret, so that a receiver can go over from one to the next.</summary>
    public static string Sign(IEnumerable<string> secrets, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{TimeText(at)}."), .. body];
        return string.Join(
            ' ',
            secrets.Select(secret => "v1," + Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret)!, signed)))
        );
    }

    public static string TimeText(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static byte[]? KeyOf(string secret)
    {
        if (!secret.StartsWith(SecretPrefix, StringComparison.Ordinal))
        {
            return null;
        }

        var key = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[SecretPrefix.Length..], key, out var length) ? key[..length] : null;
    }
}
