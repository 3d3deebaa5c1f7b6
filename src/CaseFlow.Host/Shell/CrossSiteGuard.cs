using CaseFlow.Host.People.SignIn;
using CaseFlow.Host.Shell.InProcess;

namespace CaseFlow.Host.Shell;

/// <summary>
/// Turns away what a page of somebody else has a browser do here, with the cookie that the browser adds by itself. A browser
/// says where a request is from in <c>Sec-Fetch-Site</c>, an older one in <c>Origin</c>; with a cookie one of the two must say
/// that it is from here. Keys, tokens and headers are added by no browser, so they need no proof.
/// </summary>
internal static class CrossSiteGuard
{
    private enum From
    {
        Here,
        Elsewhere,
        Unknown,
    }

    /// <summary>Marks an endpoint that makes somebody signed in: nobody else's page may choose as whom.</summary>
    public sealed record FromHereOnly;

    public static void UseCrossSiteGuard(this IApplicationBuilder app) => app.Use(Check);

    private static Task Check(HttpContext context, RequestDelegate next)
    {
        if (IsHarmless(context) || InProcessApi.Is(context))
        {
            return next(context);
        }

        var hasCookie = context.User.Identity is { IsAuthenticated: true, AuthenticationType: Schemes.Cookie };
        var isRefused = hasCookie
            ? Judge(context.Request) != From.Here
            : context.GetEndpoint()?.Metadata.GetMetadata<FromHereOnly>() is not null
                && Judge(context.Request) == From.Elsewhere;
        return isRefused ? CrossSite.ExecuteAsync(context) : next(context);
    }

    // A socket changes things as well, though it begins with a GET.
    private static bool IsHarmless(HttpContext context) =>
        (
            HttpMethods.IsGet(context.Request.Method)
            || HttpMethods.IsHead(context.Request.Method)
            || HttpMethods.IsOptions(context.Request.Method)
        ) && !context.WebSockets.IsWebSocketRequest;

    private static From Judge(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "same-origin" or "none" => From.Here,
            not "" => From.Elsewhere,
            _ => request.Headers.Origin.ToString() switch
            {
                "" => From.Unknown,
                var origin => Uri.TryCreate(origin, UriKind.Absolute, out var page)
                && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
                    ? From.Here
                    : From.Elsewhere,
            },
        };

    private static ApiProblem CrossSite =>
        new(
            StatusCodes.Status403Forbidden,
            "cross-site",
            "With the cookie alone, a change must come from a page of this host: 'Sec-Fetch-Site: same-origin', or its address as 'Origin'. A program uses an API key."
        );
}
