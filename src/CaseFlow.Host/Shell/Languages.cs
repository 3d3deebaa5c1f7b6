using Microsoft.AspNetCore.Localization;

namespace CaseFlow.Host.Shell;

/// <summary>The language of the pages: that of a cookie, else the browser's, else English. The API has one language.</summary>
internal static class Languages
{
    private static readonly PathString Api = "/api";

    public static void UseLanguages(this WebApplication app) =>
        app.UseWhen(
            context => !context.Request.Path.StartsWithSegments(Api, StringComparison.Ordinal),
            pages =>
                pages.UseRequestLocalization(options =>
                    options
                        .SetDefaultCulture(Words.Languages[0])
                        .AddSupportedCultures(Words.Languages)
                        .AddSupportedUICultures(Words.Languages)
                )
        );

    public static void MapLanguages(this IEndpointRouteBuilder app) =>
        app.MapGet("/language/{language}", Choose).ExcludeFromDescription();

    private static IResult Choose(HttpContext context, string language, string? returnUrl)
    {
        if (!Words.Languages.Contains(language, StringComparer.Ordinal))
        {
            return TypedResults.NotFound();
        }

        context.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new(language)),
            new()
            {
                IsEssential = true,
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
            }
        );
        return TypedResults.LocalRedirect(LocalAddress.Of(returnUrl));
    }
}
