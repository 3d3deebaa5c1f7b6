namespace CaseFlow.Host.Shell;

/// <summary>An answer that is written already, as <see cref="JsonBytes"/> does: it goes out in one piece.</summary>
internal sealed record JsonAnswer(byte[] Body) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/json";
        response.ContentLength = Body.Length;
        return response.Body.WriteAsync(Body, httpContext.RequestAborted).AsTask();
    }
}
