using System.Security.Claims;
using CaseFlow.Host.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.People.SignIn;

/// <summary>The cookie that a browser has after its user signed in.</summary>
internal static class CookieSetup
{
    public const string Name = "caseflow";
    public const string StampClaim = "caseflow-stamp";
    public const string SignInPath = "/sign-in";

    public static void AddSignInCookie(this AuthenticationBuilder schemes)
    {
        schemes.AddCookie(
            Schemes.Cookie,
            cookie =>
            {
                cookie.Cookie.Name = Name;
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.SlidingExpiration = true;
                cookie.Events = new CookieAuthenticationEvents
                {
                    OnValidatePrincipal = Renew,
                    OnRedirectToLogin = Challenge,
                    OnRedirectToAccessDenied = Forbid,
                };
            }
        );
        schemes
            .Services.AddOptions<CookieAuthenticationOptions>(Schemes.Cookie)
            .Configure<IOptions<SignInOptions>>((cookie, settings) => cookie.ExpireTimeSpan = settings.Value.KeepFor);
    }

    // What the cookie says of roles is never believed: they are those of this moment.
    private static async Task Renew(CookieValidatePrincipalContext context)
    {
        var users = context.HttpContext.RequestServices.GetRequiredService<KnownUsers>();
        var known =
            context.Principal is { Identity.Name: { } user } principal
            && principal.FindFirstValue(StampClaim) is { } stamp
                ? await users.SignedIn(user, stamp, context.HttpContext.RequestAborted)
                : null;
        if (known is not var (actor, isDemo) || (isDemo && !context.HttpContext.IsFromThisMachine()))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Schemes.Cookie);
            return;
        }

        context.ReplacePrincipal(PrincipalOf(actor, context.Principal!.FindFirstValue(StampClaim)!));
    }

    public static ClaimsPrincipal PrincipalOf(Engine.Cases.Actor actor, string stamp)
    {
        var principal = PeopleSetup.PrincipalOf(actor, Schemes.Cookie);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(StampClaim, stamp));
        return principal;
    }

    private static Task Challenge(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) && WantsPage(request))
        {
            context.Response.Redirect(
                $"{SignInPath}?returnUrl={Uri.EscapeDataString(request.PathBase + request.Path + request.QueryString)}"
            );
            return Task.CompletedTask;
        }

        var believesHeaders = context
            .HttpContext.RequestServices.GetRequiredService<IOptions<SignInOptions>>()
            .Value.TrustLoopbackHeaders;
        return new ApiProblem(
            StatusCodes.Status401Unauthorized,
            "not-signed-in",
            "Sign in at /api/sign-in, or send an API key as 'Authorization: Bearer cf_…'"
                + (
                    believesHeaders
                        ? $"; on this machine, say who asks in the header {CaseFlowHeaders.UserHeader}."
                        : "."
                )
        ).ExecuteAsync(context.HttpContext);
    }

    private static Task Forbid(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
