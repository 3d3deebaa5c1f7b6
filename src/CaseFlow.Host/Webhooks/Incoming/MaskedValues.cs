using System.Text.Json;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>Headers and queries as they are kept: what proves who sent them is masked.</summary>
internal static class MaskedValues
{
    private const string Mask = "***";

    private static readonly ImmutableArray<string> Secret =
    [
        "authorization",
        "cookie",
        "signature",
        "secret",
        "token",
        "password",
        "api-key",
        "apikey",
    ];

    public static string Write(IEnumerable<KeyValuePair<string, string>> values) =>
        JsonSerializer.Serialize(
            values.ToImmutableSortedDictionary(
                one => one.Key,
                one => IsSecret(one.Key) ? Mask : one.Value,
                StringComparer.Ordinal
            ),
            HookJson.Default.ImmutableSortedDictionaryStringString
        );

    public static ImmutableSortedDictionary<string, string> Read(string json) =>
        JsonSerializer.Deserialize(json, HookJson.Default.ImmutableSortedDictionaryStringString)!;

    private static bool IsSecret(string name) =>
        Secret.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
