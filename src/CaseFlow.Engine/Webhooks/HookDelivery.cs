using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Webhooks;

/// <summary>What a stranger sent, as the expressions of a webhook see it.</summary>
public sealed partial class HookDelivery
{
    private const int DeepestJson = 64;

    private static readonly JsonDocumentOptions Strict = new()
    {
        MaxDepth = DeepestJson,
        AllowDuplicateProperties = false,
    };

    private readonly CelValue body;
    private readonly CelValue headers;
    private readonly CelValue query;
    private readonly DateTimeOffset at;

    private HookDelivery(CelValue body, CelValue headers, CelValue query, DateTimeOffset at)
    {
        this.body = body;
        this.headers = headers;
        this.query = query;
        this.at = at;
    }

    /// <summary>The delivery, or null where its body is not what the webhook takes.</summary>
    /// <param name="headers">By their names in lower case.</param>
    /// <param name="at">When it came.</param>
    public static HookDelivery? Read(
        HookBody kind,
        string body,
        IEnumerable<KeyValuePair<string, string>> headers,
        IEnumerable<KeyValuePair<string, string>> query,
        DateTimeOffset at
    ) =>
        BodyOf(kind, body) is { } value
            ? new HookDelivery(value, HookValues.Of(headers), HookValues.Of(query), at)
            : null;

    /// <summary>The facts for one evaluation after the other, not side by side.</summary>
    internal ConditionFacts Facts(CelValue item) =>
        new ConditionFacts(HookScope.WithItem)
            .Set(HookScope.Body, body)
            .Set(HookScope.Headers, headers)
            .Set(HookScope.Query, query)
            .Set(HookScope.Now, CelValue.Of(at))
            .Set(HookScope.Item, item);

    private static CelValue? BodyOf(HookBody kind, string text) =>
        kind switch
        {
            HookBody.Text => CelValue.Of(text),
            HookBody.Form => HookValues.Of(FormOf(text)),
            _ => JsonOf(text),
        };

    private static CelValue? JsonOf(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(Whole(text), Strict);
            return HookValues.Of(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Who cuts a text within a character leaves half a surrogate pair behind, which no text can hold.
    private static string Whole(string json) =>
        json.Contains("\\ud", StringComparison.OrdinalIgnoreCase)
            ? Escapes.Replace(json, found => found.Groups["half"].Success ? @"\ufffd" : found.Value)
            : json;

    [GeneratedRegex(
        @"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Escapes { get; }

    private static IEnumerable<KeyValuePair<string, string>> FormOf(string text) =>
        text.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(Decoded(pair[0]), pair.Length == 2 ? Decoded(pair[1]) : ""));

    private static string Decoded(string text) => WebUtility.UrlDecode(text).Replace('\0', '\uFFFD');
}
