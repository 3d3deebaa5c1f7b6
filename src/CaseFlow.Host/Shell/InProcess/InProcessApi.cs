using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;

namespace CaseFlow.Host.Shell.InProcess;

/// <summary>
/// The host's own API without a connection between: a request goes through the same pipeline, to the same endpoints, under
/// the same rules as one that came over HTTP. So a page can do what a program can do, and nothing besides.
/// </summary>
internal sealed class InProcessApi(IServiceScopeFactory scopes)
{
    private const string Mark = "asked in process";

    private RequestDelegate? pipeline;

    /// <summary>The request comes from a page of this host: who asks was established when its circuit began.</summary>
    public static bool Is(HttpContext context) => context.Items.ContainsKey(Mark);

    /// <summary>Remembers the pipeline; it has to stand before everything that a request goes through.</summary>
    public RequestDelegate Remember(RequestDelegate next)
    {
        pipeline = next;
        return next;
    }

    /// <param name="pathAndQuery">As <c>/api/cases?limit=5</c>.</param>
    public async Task<InProcessAnswer> Send(
        ClaimsPrincipal asking,
        HttpMethod method,
        string pathAndQuery,
        byte[]? body,
        IEnumerable<KeyValuePair<string, string>> headers,
        CancellationToken cancellation
    )
    {
        // The API speaks one language, whatever that of the page.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

        await using var scope = scopes.CreateAsyncScope();
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, User = asking };
        context.Items[Mark] = true;
        context.RequestAborted = cancellation;
        context.Response.Body = answer;
        Fill(context.Request, method, pathAndQuery, body);
        foreach (var (name, value) in headers)
        {
            context.Request.Headers[name] = value;
        }

        await (pipeline ?? throw new InvalidOperationException("The host is not built yet."))(context);
        await context.Response.CompleteAsync();
        return new(context.Response.StatusCode, answer.ToArray(), context.Response.Headers);
    }

    private static void Fill(HttpRequest request, HttpMethod method, string pathAndQuery, byte[]? body)
    {
        var query = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        request.Method = method.Method;
        request.Scheme = "http";
        request.Protocol = "HTTP/1.1";
        request.Host = new("in-process");
        request.Path = PathString.FromUriComponent(query < 0 ? pathAndQuery : pathAndQuery[..query]);
        request.QueryString = query < 0 ? default : new(pathAndQuery[query..]);
        if (body is not null)
        {
            request.Body = new MemoryStream(body);
            request.ContentType = "application/json";
            request.ContentLength = body.Length;
            request.HttpContext.Features.Set<IHttpRequestBodyDetectionFeature>(new HasBody());
        }
    }

    private sealed class HasBody : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }
}

/// <summary>What the API answered.</summary>
internal sealed record InProcessAnswer(int Status, byte[] Body, IHeaderDictionary Headers);
