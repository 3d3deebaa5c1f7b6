using System.Text.Json;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Host.Shell;

/// <summary>
/// A no over HTTP, as <c>application/problem+json</c> (RFC 9457) with a stable <c>code</c>.
/// One place turns refusals into status codes.
/// </summary>
internal sealed record ApiProblem(int Status, string Code, string Detail) : IResult
{
    public const string ContentType = "application/problem+json";

    public ImmutableArray<string> Allowed { get; init; } = [];

    public ImmutableArray<Missing> Missing { get; init; } = [];

    public ImmutableArray<FieldError> Errors { get; init; } = [];

    /// <summary>What is wrong with a definition, in <c>errors</c> as well.</summary>
    public ImmutableArray<Engine.Processes.Problem> Definition { get; init; } = [];

    /// <summary>Who is working on the case already.</summary>
    public string? Worker { get; init; }

    /// <summary>The version that the case is at now.</summary>
    public int? Version { get; init; }

    /// <summary>What is different now from what the asker saw.</summary>
    public ImmutableArray<ChangedField> Changes { get; init; } = [];

    public static ApiProblem Malformed(string detail) => new(StatusCodes.Status400BadRequest, "malformed", detail);

    public static ApiProblem NotFound(string what) => new(StatusCodes.Status404NotFound, "not-found", what);

    public static ApiProblem Of(Refusal refusal) =>
        new(StatusOf(refusal.Kind), refusal.Code, refusal.Explain())
        {
            Allowed = refusal.Allowed,
            Missing = refusal.Missing,
            Errors = refusal is Refusal.FieldsInvalid(var errors) ? errors : [],
            Worker = refusal is Refusal.AlreadyPicked(var worker) ? worker : null,
            Version = refusal is Refusal.VersionConflict(_, var now) ? now : null,
        };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        httpContext.Response.ContentType = ContentType;
        var body = ToBytes();
        httpContext.Response.ContentLength = body.Length;
        return httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    public byte[] ToBytes() => JsonBytes.Write(this, static (json, problem) => problem.Write(json));

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", $"https://caseflow.dev/problems/{Code}");
        json.WriteString("title", Titles.Of(Status));
        json.WriteNumber("status", Status);
        json.WriteString("code", Code);
        json.WriteString("detail", Detail);
        WriteLists(json);
        if (Worker is not null)
        {
            json.WriteString("worker", Worker);
        }

        if (Version is { } version)
        {
            json.WriteNumber("version", version);
        }

        WriteChanges(json);
        json.WriteEndObject();
    }

    /// <summary>The members <c>allowed</c>, <c>missing</c> and <c>errors</c>, each only where it has something.</summary>
    private void WriteLists(Utf8JsonWriter json)
    {
        if (!Allowed.IsEmpty)
        {
            json.WriteStartArray("allowed");
            foreach (var one in Allowed)
            {
                json.WriteStringValue(one);
            }

            json.WriteEndArray();
        }

        if (!Missing.IsEmpty)
        {
            WriteMissing(json, Missing);
        }

        if (!Errors.IsEmpty || !Definition.IsEmpty)
        {
            json.WriteStartArray("errors");
            foreach (var problem in Definition)
            {
                json.WriteStartObject();
                json.WriteString("file", problem.File);
                json.WriteNumber("line", problem.Line);
                json.WriteNumber("column", problem.Column);
                json.WriteString("code", problem.Code);
                json.WriteString("message", problem.Message);
                json.WriteEndObject();
            }

            foreach (var error in Errors)
            {
                json.WriteStartObject();
                json.WriteString("field", error.Field);
                json.WriteString("detail", error.Detail);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private void WriteChanges(Utf8JsonWriter json)
    {
        if (Changes.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("changes");
        foreach (var change in Changes)
        {
            json.WriteStartObject();
            json.WriteString("field", change.Field);
            json.WritePropertyName("seen");
            change.Seen.WriteTo(json);
            json.WritePropertyName("now");
            change.Now.WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMissing(Utf8JsonWriter json, ImmutableArray<Missing> missing)
    {
        json.WriteStartArray("missing");
        foreach (var one in missing)
        {
            json.WriteStartObject();
            WriteMissing(json, one);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteMissing(Utf8JsonWriter json, Missing one)
    {
        json.WriteString("kind", one.Kind);
        json.WriteString("name", one.Name);
        json.WriteString("detail", one.Detail);
    }

    private static int StatusOf(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.Malformed => StatusCodes.Status400BadRequest,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
            _ => StatusCodes.Status422UnprocessableEntity,
        };

    private static class Titles
    {
        public static string Of(int status) =>
            status switch
            {
                400 => "The request is malformed",
                401 => "Nobody said who asks",
                403 => "Not allowed",
                404 => "Not found",
                409 => "Somebody else was faster",
                412 => "The case has changed",
                413 => "Too large",
                415 => "The body is of another kind",
                422 => "A rule says no",
                _ => "Not possible",
            };
    }
}
