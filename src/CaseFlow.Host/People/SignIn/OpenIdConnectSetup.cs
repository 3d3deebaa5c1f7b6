using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CaseFlow.Host.People.SignIn;

/// <summary>People who sign in elsewhere, at the provider that the settings name.</summary>
internal static class OpenIdConnectSetup
{
    public const string SchemeName = OpenIdConnectDefaults.AuthenticationScheme;

    /// <summary>The query that tells the sign-in page what went wrong at the provider's.</summary>
    public const string Trouble = "trouble";

    public static void AddOpenIdConnect(this AuthenticationBuilder schemes, IConfiguration configuration)
    {
        // A provider is asked at each request whether it is meant, so there is none where there is no setting.
        if (string.IsNullOrEmpty(configuration["SignIn:OpenIdConnect:Authority"]))
        {
            return;
        }

        schemes.AddOpenIdConnect(SchemeName, _ => { });
        schemes.Services.AddScoped<OutsideUsers>();
        schemes
            .Services.AddOptions<OpenIdConnectOptions>(SchemeName)
            .Configure<IOptions<SignInOptions>>(
                (provider, settings) => Configure(provider, settings.Value.OpenIdConnect)
            );
    }

    private static void Configure(OpenIdConnectOptions provider, OpenIdConnectSettings settings)
    {
        provider.SignInScheme = Schemes.Cookie;
        provider.Authority = settings.Authority;
        provider.RequireHttpsMetadata = !new Uri(settings.Authority).IsLoopback;
        provider.ClientId = settings.ClientId;
        provider.ClientSecret = settings.ClientSecret.Length > 0 ? settings.ClientSecret : null;
        provider.ResponseType = OpenIdConnectResponseType.Code;
        provider.UsePkce = true;

        // The provider sends the browser back by a link, so that the cookies of the way there need not be for other sites.
        provider.ResponseMode = OpenIdConnectResponseMode.Query;
        provider.CorrelationCookie.SameSite = provider.NonceCookie.SameSite = SameSiteMode.Lax;
        provider.MapInboundClaims = false;
        provider.SaveTokens = false;
        provider.GetClaimsFromUserInfoEndpoint = true;
        provider.Scope.Add("email");
        provider.ClaimActions.Remove("iss");
        provider.ClaimActions.MapUniqueJsonKey(settings.UserClaim, settings.UserClaim);
        provider.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        provider.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        provider.Events = new OpenIdConnectEvents { OnTicketReceived = Admit, OnRemoteFailure = Fail };
    }

    private static async Task Admit(TicketReceivedContext context)
    {
        var users = context.HttpContext.RequestServices.GetRequiredService<OutsideUsers>();
        var (account, why) = await users.Find(context.HttpContext, context.Principal!);
        if (account is null)
        {
            Back(context.HttpContext, why!);
            context.HandleResponse();
            return;
        }

        context.Principal = CookieSetup.PrincipalOf(
            new Engine.Cases.Actor(account.User, Engine.Cases.Role.None),
            account.SecurityStamp
        );
    }

    // What the provider says of it may hold what is nobody's business; the log has it.
    private static Task Fail(RemoteFailureContext context)
    {
        Back(context.HttpContext, "outside");
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static void Back(HttpContext context, string why) =>
        context.Response.Redirect($"{CookieSetup.SignInPath}?{Trouble}={Uri.EscapeDataString(why)}");
}
