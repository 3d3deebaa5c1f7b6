using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Host.Webhooks;

/// <summary>Signatures and secrets as Standard Webhooks has them: HMAC-SHA256 over id, time and body.</summary>
internal static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimeHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    /// <summary>What stands before each signature.</summary>
    public const string Version = "v1,";

    private const string SecretPrefix = "whsec_";
    private const int FewestBytes = 24;
    private const int MostBytes = 64;

    public static string NewSecret() => SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is wrong with a secret, in a sentence; null where nothing is.</summary>
    public static string? CheckSecret(string secret) =>
        KeyOf(secret) is { Length: >= FewestBytes and <= MostBytes }
            ? null
            : $"A secret is '{SecretPrefix}' and then {FewestBytes} to {MostBytes} bytes in base64. Left out, one is made.";

    /// <summary>The bytes that a secret stands for; null where it is no secret of Standard Webhooks.</summary>
    public static byte[]? KeyOf(string secret)
    {
        if (!secret.StartsWith(SecretPrefix, StringComparison.Ordinal))
        {
            return null;
        }

        var key = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[SecretPrefix.Length..], key, out var length) ? key[..length] : null;
    }

    /// <summary>What is signed: the time as the header says it.</summary>
    public static byte[] SignedText(string id, string time, ReadOnlySpan<byte> body) =>
        [.. Encoding.UTF8.GetBytes($"{id}.{time}."), .. body];

    /// <summary>One signature for each secret, so that a receiver can go over from one to the next.</summary>
    public static string Sign(IEnumerable<string> secrets, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var signed = SignedText(id, TimeText(at), body);
        return string.Join(
            ' ',
            secrets.Select(secret => Version + Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret)!, signed)))
        );
    }

    public static string TimeText(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
