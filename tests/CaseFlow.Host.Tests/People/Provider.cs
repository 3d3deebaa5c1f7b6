using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Host.Tests.People;

/// <summary>An OpenID Connect provider where everybody is let in as whoever the test says.</summary>
internal sealed class Provider : IAsyncDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly WebApplication app;
    private string? nonce;

    private Provider(WebApplication app) => this.app = app;

    /// <summary>Who signs in next: what he is called for ever, and what he calls himself.</summary>
    public (string Subject, string Name) Who { get; set; } = ("1", "olga");

    /// <summary>Signs with a key that is not the published one.</summary>
    public bool IsForged { get; set; }

    public string Address =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<Provider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var provider = new Provider(builder.Build());
        provider.app.Urls.Add("http://127.0.0.1:0");
        provider.Map();
        await provider.app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private void Map()
    {
        app.MapGet(
            "/.well-known/openid-configuration",
            () =>
                Results.Json(
                    new Dictionary<string, object>(StringComparer.Ordinal)
                    {
                        ["issuer"] = Address,
                        ["authorization_endpoint"] = $"{Address}/authorize",
                        ["token_endpoint"] = $"{Address}/token",
                        ["userinfo_endpoint"] = $"{Address}/userinfo",
                        ["jwks_uri"] = $"{Address}/keys",
                    }
                )
        );
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { Published() } }));
        app.MapGet(
            "/authorize",
            (string redirect_uri, string state, string nonce) =>
            {
                this.nonce = nonce;
                return Results.Redirect($"{redirect_uri}?code=once&state={Uri.EscapeDataString(state)}");
            }
        );
        app.MapPost(
            "/token",
            () =>
                Results.Json(
                    new
                    {
                        access_token = "for-userinfo",
                        token_type = "Bearer",
                        id_token = Token(),
                    }
                )
        );
        app.MapGet("/userinfo", () => Results.Json(new { sub = Who.Subject, preferred_username = Who.Name }));
    }

    private Dictionary<string, string> Published()
    {
        var open = key.ExportParameters(includePrivateParameters: false);
        return new(StringComparer.Ordinal)
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = "main",
            ["n"] = Base64Url.EncodeToString(open.Modulus),
            ["e"] = Base64Url.EncodeToString(open.Exponent),
        };
    }

    private string Token()
    {
        var now = DateTimeOffset.UtcNow;
        var head = new
        {
            alg = "RS256",
            typ = "JWT",
            kid = "main",
        };
        var body = new
        {
            iss = Address,
            aud = "caseflow",
            sub = Who.Subject,
            nonce,
            iat = now.ToUnixTimeSeconds(),
            exp = now.AddMinutes(5).ToUnixTimeSeconds(),
        };
        var signed = $"{Part(head)}.{Part(body)}";
        using var other = RSA.Create(2048);
        var signature = (IsForged ? other : key).SignData(
            Encoding.UTF8.GetBytes(signed),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Part(object part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
