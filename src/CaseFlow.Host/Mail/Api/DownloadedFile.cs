using Microsoft.Net.Http.Headers;

namespace CaseFlow.Host.Mail.Api;

/// <summary>
/// What a stranger sent, as a file to keep: no browser shows it as part of this site, whatever it says that it is.
/// </summary>
internal sealed class DownloadedFile(byte[] content, string type, string name) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        var headers = httpContext.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        headers.CacheControl = "private, no-store";
        httpContext.Response.ContentType = type;
        httpContext.Response.ContentLength = content.Length;
        return httpContext.Response.Body.WriteAsync(content, httpContext.RequestAborted).AsTask();
    }
}
