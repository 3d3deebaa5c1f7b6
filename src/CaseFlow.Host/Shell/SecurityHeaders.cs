using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Host.Shell;

/// <summary>
/// Tells browsers what may happen on a page: its scripts come from this host, nobody frames it, and what an answer is called
/// it is. Fluent UI writes styles into elements, so those are allowed.
/// </summary>
internal static class SecurityHeaders
{
    private const string ForPages =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string ForData = "default-src 'none'; frame-ancestors 'none'";

    // What a workflow writes may hold anybody's text; it must not act as who reads it.
    private const string ForWorkflows =
        "sandbox allow-forms; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'";

    private static readonly PathString Api = "/api";
    private static readonly PathString Workflows = "/workflows";
    private static readonly PathString Docs = "/docs";

    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        app.Use(Add);
        app.UseWhen(IsDocs, docs => docs.Use(MarkScripts));
    }

    private static Task Add(HttpContext context, RequestDelegate next)
    {
        var (path, headers) = (context.Request.Path, context.Response.Headers);
        headers.XContentTypeOptions = "nosniff";
        if (path.StartsWithSegments(Api, StringComparison.Ordinal))
        {
            headers.ContentSecurityPolicy = ForData;
            return next(context);
        }

        headers.ContentSecurityPolicy = path.StartsWithSegments(Workflows, StringComparison.OrdinalIgnoreCase)
            ? ForWorkflows
            : ForPages;
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        return next(context);
    }

    private static bool IsDocs(HttpContext context) =>
        context.Request.Path == Docs || context.Request.Path == Docs + "/";

    /// <summary>The reference page has a script in it, which is let run by a number that nobody can know before.</summary>
    private static async Task MarkScripts(HttpContext context, RequestDelegate next)
    {
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));
        var outside = context.Response.Body;
        using var written = new MemoryStream();
        context.Response.Body = written;
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Response.Body = outside;
        }

        var page = Encoding.UTF8.GetString(written.ToArray());
        context.Response.Headers.ContentSecurityPolicy = ForPages.Replace(
            "script-src 'self'",
            $"script-src 'self' 'nonce-{nonce}'",
            StringComparison.Ordinal
        );
        context.Response.ContentLength = null;
        if (page.Length > 0)
        {
            await outside.WriteAsync(
                Encoding.UTF8.GetBytes(page.Replace("<script", $"<script nonce=\"{nonce}\"", StringComparison.Ordinal)),
                context.RequestAborted
            );
        }
    }
}
