using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Host.Tests.Webhooks;

/// <summary>Requests as the senders of webhooks make them, signed as each of them signs.</summary>
internal static class Senders
{
    public const string GitHubSecret = "a secret that github knows";
    public const string AlertSecret = "a-secret-that-alertmanager-knows";

    public static string[] Settings { get; } =
    [$"--Webhooks:Secrets:github={GitHubSecret}", $"--Webhooks:Secrets:alertmanager={AlertSecret}"];

    public static HttpRequestMessage GitHub(string name, string body, string? delivery = null)
    {
        var request = Post("/hooks/github/issues", body);
        request.Headers.Add("X-GitHub-Event", name);
        if (delivery is not null)
        {
            request.Headers.Add("X-GitHub-Delivery", delivery);
        }

        request.Headers.Add("X-Hub-Signature-256", $"sha256={Hex(GitHubSecret, body)}");
        return request;
    }

    public static HttpRequestMessage Alertmanager(string body)
    {
        var request = Post("/hooks/alertmanager", body);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AlertSecret);
        return request;
    }

    public static HttpRequestMessage Post(string path, string body) =>
        new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static string Hex(string secret, string text) => Convert.ToHexStringLower(Sign(secret, text));

    public static string Base64(string secret, string text) => Convert.ToBase64String(Sign(secret, text));

    public static string Unix(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static byte[] Sign(string secret, string text) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text));
}
