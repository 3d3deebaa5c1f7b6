using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CaseFlow.Host.Tests.People;

/// <summary>Tokens of programs, real and forged.</summary>
public sealed class TokenTests(TokenTests.WithKeys given) : IClassFixture<TokenTests.WithKeys>
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    /// <summary>A host that takes tokens signed with a shared key.</summary>
    public sealed class WithKeys : IAsyncLifetime
    {
        public RunningHost Host { get; } =
            new() { Settings = [$"--SignIn:Jwt:Keys:main={Key}", "--SignIn:Jwt:Issuer=https://login.example"] };

        public ValueTask InitializeAsync() => Host.InitializeAsync();

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }

    [Fact]
    public async Task A_token_says_who_asks_and_what_he_may()
    {
        var me = await Ask(Token(Claims())).Ok();

        Assert.Equal(("robot", "Bearer"), (me.Text("user"), me.Text("by")));
        Assert.Equal("automation", Assert.Single(me.GetProperty("roles").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task A_token_without_roles_may_nothing()
    {
        var claims = Claims();
        claims.Remove("roles");

        Assert.Empty((await Ask(Token(claims)).Ok()).GetProperty("roles").EnumerateArray());
        await Ask(Token(claims), "/api/cases").Problem(HttpStatusCode.Forbidden, "role-not-allowed");
    }

    [Fact]
    public async Task Forged_tokens_are_refused()
    {
        var good = Token(Claims());
        var parts = good.Split('.');
        var asAdmin = Claims();
        asAdmin["roles"] = "admin";
        string[] forged =
        [
            // another body under the same signature
            $"{parts[0]}.{Part(asAdmin)}.{parts[2]}",
            // no signature at all
            $"{Part(new() { ["alg"] = "none", ["typ"] = "JWT" })}.{Part(asAdmin)}.",
            $"{parts[0]}.{parts[1]}.",
            Token(asAdmin, key: "another key of thirty-two bytes!"),
            Token(asAdmin, algorithm: "none"),
            Token(With("iss", "https://evil.example")),
            Token(With("aud", "somebody-else")),
            Token(With("exp", RunningHost.Monday9.AddMinutes(-5).ToUnixTimeSeconds())),
            Token(With("nbf", RunningHost.Monday9.AddMinutes(5).ToUnixTimeSeconds())),
            Token(Without("exp")),
            Token(Without("sub")),
            Token(With("sub", "a b")),
            "not.a.token",
            "x",
        ];

        foreach (var token in forged)
        {
            await Ask(token).Problem(HttpStatusCode.Unauthorized, "not-signed-in");
        }
    }

    [Fact]
    public async Task A_token_of_who_is_deactivated_counts_no_longer()
    {
        await given.Host.Hire("left", "agent");
        using var root = given.Host.As("root", "admin");
        await Ask(Token(With("sub", "left"))).Ok();
        await System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(
            root,
            "/api/users/left",
            new { name = "Left", active = false }
        );

        await Ask(Token(With("sub", "left"))).Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    private static Dictionary<string, object> Claims() =>
        new(StringComparer.Ordinal)
        {
            ["iss"] = "https://login.example",
            ["aud"] = "caseflow",
            ["sub"] = "robot",
            ["roles"] = new[] { "automation", "somewhere-else" },
            ["exp"] = RunningHost.Monday9.AddMinutes(5).ToUnixTimeSeconds(),
        };

    private static Dictionary<string, object> With(string claim, object value)
    {
        var claims = Claims();
        claims[claim] = value;
        return claims;
    }

    private static Dictionary<string, object> Without(string claim)
    {
        var claims = Claims();
        claims.Remove(claim);
        return claims;
    }

    private static string Token(Dictionary<string, object> claims, string key = Key, string algorithm = "HS256")
    {
        var head = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["alg"] = algorithm,
            ["typ"] = "JWT",
            ["kid"] = "main",
        };
        var signed = $"{Part(head)}.{Part(claims)}";
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(signed));
        return $"{signed}.{Base64Url.EncodeToString(mac)}";
    }

    private static string Part(Dictionary<string, object> part) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));

    private async Task<HttpResponseMessage> Ask(string token, string path = "/api/me")
    {
        using var client = given.Host.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.GetAsync(path);
    }
}
