using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Cases;

/// <summary>What a command is answered with: bytes, so that an answer kept for an idempotency key is the same for ever.</summary>
internal sealed record CaseReply(int Status, byte[] Body, string? ETag, string? Location) : IResult
{
    /// <param name="undo">What whoever asks can take back.</param>
    /// <param name="made">The address of what the command made; null where it made nothing new.</param>
    public static CaseReply Of(Case now, CaseProcess process, UndoOffer? undo, string? made = null) =>
        new(
            made is null ? StatusCodes.Status200OK : StatusCodes.Status201Created,
            CaseView.ToBytes(now, process, undo),
            ETagOf(now),
            made
        );

    public static CaseReply Of(ApiProblem problem) => new(problem.Status, problem.ToBytes(), null, null);

    /// <summary>The answer that was kept, if this is the request that it was kept for.</summary>
    public static CaseReply Repeat(KeptAnswer kept, RepeatKey key) =>
        kept.Fingerprint.AsSpan().SequenceEqual(key.Fingerprint)
            ? new CaseReply(kept.Status, kept.Body, kept.Etag, kept.Location)
            : Of(
                new ApiProblem(
                    StatusCodes.Status422UnprocessableEntity,
                    "idempotency-key-reused",
                    $"The key '{key.Key}' came with another request before. A new request needs a new key."
                )
            );

    /// <summary>What the store keeps, so that the same request gets the same answer again.</summary>
    public KeptAnswer Keep(RepeatKey key, DateTimeOffset at) =>
        new()
        {
            User = key.User,
            Key = key.Key,
            Fingerprint = key.Fingerprint,
            Status = Status,
            Body = Body,
            Etag = ETag,
            Location = Location,
            At = at,
        };

    public static string ETagOf(Case now) => string.Create(CultureInfo.InvariantCulture, $"\"{now.Version}\"");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = Status < 400 ? "application/json" : ApiProblem.ContentType;
        response.ContentLength = Body.Length;
        if (ETag is not null)
        {
            response.Headers.ETag = ETag;
        }

        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        return response.Body.WriteAsync(Body, httpContext.RequestAborted).AsTask();
    }
}
