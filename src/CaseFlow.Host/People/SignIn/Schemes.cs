using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.People.SignIn;

/// <summary>The ways to say who asks, and which of them a request goes.</summary>
internal static class Schemes
{
    public const string Any = "CaseFlow";
    public const string Cookie = CookieAuthenticationDefaults.AuthenticationScheme;
    public const string ApiKey = "ApiKey";
    public const string Jwt = JwtBearerDefaults.AuthenticationScheme;

    private const string Bearer = "Bearer ";

    /// <summary>The one scheme that this request is judged by; there is no second try by another one.</summary>
    public static string Choose(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<SignInOptions>>().Value;
        if (BearerOf(context.Request) is { } token)
        {
            return options.Jwt.IsOn && !ApiKeys.IsKey(token) ? Jwt : ApiKey;
        }

        return options.TrustLoopbackHeaders && context.Request.Headers.ContainsKey(CaseFlowHeaders.UserHeader)
            ? CaseFlowHeaders.SchemeName
            : Cookie;
    }

    /// <summary>What the request bears; null where it bears nothing.</summary>
    public static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } said
        && said.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? said[Bearer.Length..].Trim()
            : null;

    public static bool IsFromThisMachine(this HttpContext context) =>
        context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from);
}
