using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Cases;

/// <summary>
/// What every endpoint that changes a case does alike: read the body, find the case, tell the grain who asks, when, what
/// version was seen and by which key the request may be repeated.
/// </summary>
internal sealed class CaseDoor(IGrainFactory grains, CaseJournal journal, CaseScopes scopes, TimeProvider time)
{
    private const int MaxKeyLength = 200;

    /// <summary>The command that a request makes, given who asks and when; or the problem with the request.</summary>
    public delegate (CaseCommand? Command, ApiProblem? Problem) Reading<in T>(T request, Actor by, DateTimeOffset at);

    /// <param name="idOrTicket">As the path says it.</param>
    public async Task<IResult> Ask<T>(HttpContext context, string idOrTicket, JsonTypeInfo<T> type, Reading<T> read)
        where T : class
    {
        var (request, bytes, malformed) = await JsonBody.Read(context, type);
        if (malformed is not null)
        {
            return malformed;
        }

        if (
            await Find(idOrTicket, context.RequestAborted) is not { } id
            || !(await MaySee(context, id) || await IsRepeated(context, bytes))
        )
        {
            return NoSuchCase(idOrTicket);
        }

        var (command, problem) = read(request!, context.Actor(), time.GetUtcNow());
        return problem ?? await Send(context, id, command!, null, bytes);
    }

    /// <summary>Puts the command to the case and answers with the case as it now is, or with why not.</summary>
    public async Task<IResult> Send(HttpContext context, CaseId id, CaseCommand command, string? process, byte[] body)
    {
        if (ReadSeenVersion(context, out var seen) is { } unreadable)
        {
            return unreadable;
        }

        if (ReadKey(context, body, out var key) is { } tooLong)
        {
            return tooLong;
        }

        var answer = await grains.Case(id.Value).Ask(new(new CaseRequest(command, process, seen, key)));
        return answer.Value;
    }

    /// <summary>The case of this id or ticket number, where the asker may see it. Whether there is one of an id is not asked.</summary>
    public async ValueTask<CaseId?> Find(HttpContext context, string idOrTicket) =>
        await Find(idOrTicket, context.RequestAborted) is { } id && await MaySee(context, id) ? id : null;

    public async ValueTask<bool> MaySee(HttpContext context, CaseId id) =>
        await scopes.MaySee(context.Actor(), id, context.RequestAborted);

    /// <summary>The case of this id or ticket number, for the host itself, which sees all.</summary>
    public async ValueTask<CaseId?> Find(string idOrTicket, CancellationToken cancellation) =>
        Guid.TryParse(idOrTicket, out var id) ? new CaseId(id) : await journal.FindByTicket(idOrTicket, cancellation);

    // Who sent a case where he does not see it gets the answer to that all the same, if he asks for it again.
    private async ValueTask<bool> IsRepeated(HttpContext context, byte[] body) =>
        ReadKey(context, body, out var key) is null
        && key is not null
        && await journal.FindAnswer(key.User, key.Key, context.RequestAborted) is not null;

    public static ApiProblem NoSuchCase(string idOrTicket) =>
        new(StatusCodes.Status404NotFound, "no-such-case", $"There is no case '{idOrTicket}'.");

    private static ApiProblem? ReadSeenVersion(HttpContext context, out int? seen)
    {
        seen = null;
        var header = context.Request.Headers.IfMatch.ToString();
        if (header is "" or "*")
        {
            return null;
        }

        if (int.TryParse(header.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            seen = version;
            return null;
        }

        return ApiProblem.Malformed("If-Match takes the ETag of a case as it was answered, such as \"3\".");
    }

    public static ApiProblem? ReadKey(HttpContext context, byte[] body, out RepeatKey? key)
    {
        var header = context.Request.Headers["Idempotency-Key"].ToString();
        if (header.Length > MaxKeyLength)
        {
            key = null;
            return ApiProblem.Malformed($"Idempotency-Key has more than {MaxKeyLength} characters.");
        }

        key =
            header.Length == 0
                ? null
                : new RepeatKey(context.Actor().User, header, FingerprintOf(context.Request, body));
        return null;
    }

    /// <summary>What tells one request from another under the same key.</summary>
    private static byte[] FingerprintOf(HttpRequest request, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
