using System.Text;
using System.Text.Json;
using CaseFlow.Host.Shell;
using CaseFlow.Workflows.Running.State;
using CaseFlow.Workflows.Values;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Workflows.Http;

/// <summary>Turns a request into what an endpoint activity is told.</summary>
internal sealed class RequestReader(IOptions<WorkflowOptions> options)
{
    // What is meant for the host alone.
    private static readonly ImmutableArray<string> hidden = ["Authorization", "Cookie"];

    /// <summary>The request as a value, or why it is not let in.</summary>
    public async Task<(ValueMap? Request, ApiProblem? Problem)> Read(
        HttpContext context,
        EndpointDetails endpoint,
        RouteValueDictionary route
    )
    {
        var request = context.Request;
        var told = new ValueMap
        {
            ["method"] = request.Method,
            ["path"] = request.Path.Value,
            ["headers"] = Map(
                request.Headers.Where(one => !hidden.Contains(one.Key, StringComparer.OrdinalIgnoreCase))
            ),
            ["queryStringData"] = Map(request.Query),
            ["routeData"] = new ValueMap(
                route.Select(one => KeyValuePair.Create(one.Key, (object?)Convert.ToString(one.Value, null)))
            ),
        };
        var limit = Math.Min(endpoint.RequestSizeLimit ?? options.Value.MaxBytes, options.Value.MaxBytes);
        var body = await Body(context, limit);
        if (body is null)
        {
            return Refuse(
                told,
                endpoint,
                "Request too large",
                new ApiProblem(413, "body-too-large", $"The body is larger than {limit} bytes.")
            );
        }

        return request.HasFormContentType
            ? await Form(context, body, endpoint, told)
            : Content(request.ContentType, body, told);
    }

    private static (ValueMap? Request, ApiProblem? Problem) Content(string? type, byte[] body, ValueMap told)
    {
        if (body is [])
        {
            return (told, null);
        }

        var isJson = type is null || type.Contains("json", StringComparison.OrdinalIgnoreCase);
        try
        {
            told["parsedContent"] =
                isJson ? ValueJson.Read(Encoding.UTF8.GetString(body))
                : type!.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
                || type.Contains("xml", StringComparison.OrdinalIgnoreCase)
                    ? Encoding.UTF8.GetString(body)
                : body;
            return (told, null);
        }
        catch (JsonException wrong)
        {
            if (type is null)
            {
                told["parsedContent"] = Encoding.UTF8.GetString(body);
                return (told, null);
            }

            return (
                null,
                ApiProblem.Malformed(
                    $"The body is not JSON: line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}."
                )
            );
        }
    }

    private static async Task<(ValueMap? Request, ApiProblem? Problem)> Form(
        HttpContext context,
        byte[] body,
        EndpointDetails endpoint,
        ValueMap told
    )
    {
        context.Request.Body = new MemoryStream(body);
        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or BadHttpRequestException)
        {
            return (null, ApiProblem.Malformed("The body is not the form that its content type says."));
        }

        told["parsedContent"] = Map(form);
        var files = new List<object?>();
        foreach (var file in form.Files)
        {
            if (Wrong(file, endpoint) is var (outcome, problem))
            {
                return Refuse(told, endpoint, outcome, problem);
            }

            await using var stream = file.OpenReadStream();
            var bytes = new byte[file.Length];
            await stream.ReadExactlyAsync(bytes, context.RequestAborted);
            files.Add(
                new ValueMap
                {
                    ["name"] = file.Name,
                    ["fileName"] = file.FileName,
                    ["contentType"] = file.ContentType,
                    ["bytes"] = bytes,
                }
            );
        }

        told["files"] = files;
        return (told, null);
    }

    private static (string Outcome, ApiProblem Problem)? Wrong(IFormFile file, EndpointDetails endpoint)
    {
        var extension = Path.GetExtension(file.FileName);
        if (file.Length > endpoint.FileSizeLimit)
        {
            return ("File too large", new(413, "body-too-large", $"'{file.FileName}' is too large."));
        }

        if (
            Names(endpoint.BlockedExtensions, extension)
            || (endpoint.AllowedExtensions is not [] && !Names(endpoint.AllowedExtensions, extension))
        )
        {
            return (
                "Invalid file extension",
                new(415, "media-type", $"'{file.FileName}' is of a kind that is not taken.")
            );
        }

        return
            endpoint.AllowedMimeTypes is not [] and var types
            && !types.Contains(file.ContentType, StringComparer.OrdinalIgnoreCase)
            ? ("Invalid file MIME type", new(415, "media-type", $"'{file.ContentType}' is not taken."))
            : null;
    }

    private static bool Names(IReadOnlyList<string> extensions, string extension) =>
        extensions.Any(one =>
            string.Equals(one.TrimStart('.'), extension.TrimStart('.'), StringComparison.OrdinalIgnoreCase)
        );

    // A workflow that wants to see it itself is told by an outcome.
    private static (ValueMap? Request, ApiProblem? Problem) Refuse(
        ValueMap told,
        EndpointDetails endpoint,
        string outcome,
        ApiProblem problem
    )
    {
        if (!endpoint.Exposed.Contains(outcome, StringComparer.Ordinal))
        {
            return (null, problem);
        }

        told["outcome"] = outcome;
        return (told, null);
    }

    private static async Task<byte[]?> Body(HttpContext context, long limit)
    {
        if (context.Request.ContentLength > limit)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[8_192];
        int read;
        while ((read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
        {
            if (buffer.Length + read > limit)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private static ValueMap Map(
        IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> values
    ) =>
        new(
            values
                .GroupBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => KeyValuePair.Create(one.Key, (object?)one.First().Value.ToString()))
        );
}
