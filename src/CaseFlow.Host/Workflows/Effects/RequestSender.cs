using System.Net.Http.Headers;
using System.Text;
using CaseFlow.Host.Webhooks.Outgoing;
using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Running.State;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Host.Workflows.Effects;

/// <summary>
/// Sends the requests of workflows, to no address inside that no setting allows. The key of an effect goes with each, so that
/// whoever gets it twice can know it.
/// </summary>
internal sealed class RequestSender(IHttpClientFactory clients)
{
    public const string Client = "workflows";

    public async Task<EffectAnswer> Send(WorkflowEffect.SendHttp asked)
    {
        if (!Uri.TryCreate(asked.Url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return EffectAnswer.Failed($"'{asked.Url}' is no address that a request can be sent to.");
        }

        try
        {
            using var request = Request(asked, address);
            using var client = clients.CreateClient(Client);
            using var answer = await client.SendAsync(request);
            return EffectAnswer.Of(await Read(answer, asked));
        }
        catch (HttpRequestException failed) when (failed.InnerException is AddressNotAllowedException forbidden)
        {
            return EffectAnswer.Failed(forbidden.Message);
        }
        catch (HttpRequestException failed)
        {
            return EffectAnswer.Of(new ValueMap { ["problem"] = "connect", ["detail"] = failed.Message });
        }
        catch (Exception slow) when (slow is TaskCanceledException or Polly.Timeout.TimeoutRejectedException)
        {
            return EffectAnswer.Of(new ValueMap { ["problem"] = "timeout" });
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidOperationException or ArgumentException)
        {
            return EffectAnswer.Failed($"The request cannot be sent: {wrong.Message}");
        }
    }

    private static HttpRequestMessage Request(WorkflowEffect.SendHttp asked, Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Parse(asked.Method), address) { Content = Content(asked) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", asked.Id);
        if (asked.Authorization is { Length: > 0 } authorization)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        foreach (var (name, value) in asked.Headers)
        {
            var text = value is null ? "" : ValueText.Of(value);
            if (!request.Headers.TryAddWithoutValidation(name, text))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, text);
            }
        }

        return request;
    }

    private static ByteArrayContent? Content(WorkflowEffect.SendHttp asked)
    {
        var (type, bytes) = asked.Content switch
        {
            null => (null, null),
            string text => ("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text)),
            byte[] content => ("application/octet-stream", content),
            var value => ("application/json", Encoding.UTF8.GetBytes(ValueJson.Write(value))),
        };
        if (bytes is null)
        {
            return null;
        }

        var written = asked.ContentType is { Length: > 0 } said ? said : type!;
        return new ByteArrayContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(written) } };
    }

    private static async Task<ValueMap> Read(HttpResponseMessage answer, WorkflowEffect.SendHttp asked)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var type = answer.Content.Headers.ContentType?.MediaType;
        return new ValueMap
        {
            ["statusCode"] = (int)answer.StatusCode,
            ["headers"] = Map(answer.Headers),
            ["contentHeaders"] = Map(answer.Content.Headers),
            ["contentType"] = type,
            ["content"] = asked.IsDownload ? null : Parsed(bytes, type),
            ["bytes"] = asked.IsDownload ? bytes : null,
            ["fileName"] = asked.IsDownload ? FileName(answer) : null,
        };
    }

    private static object? Parsed(byte[] bytes, string? type)
    {
        if (bytes is [])
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes);
        try
        {
            return type?.Contains("json", StringComparison.OrdinalIgnoreCase) == true ? ValueJson.Read(text) : text;
        }
        catch (System.Text.Json.JsonException)
        {
            return text; // it says that it is JSON, and is not
        }
    }

    private static string? FileName(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentDisposition?.FileName?.Trim('"')
        ?? (answer.RequestMessage?.RequestUri?.Segments is [.., var last] ? last.Trim('/') : null);

    private static ValueMap Map(HttpHeaders headers) =>
        new(headers.Select(one => KeyValuePair.Create(one.Key, (object?)string.Join(", ", one.Value))));
}
