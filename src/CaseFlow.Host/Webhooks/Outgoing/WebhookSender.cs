using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CaseFlow.Host.Events;
using CaseFlow.Storage;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>Sends one delivery once, and says what came of it.</summary>
internal sealed partial class WebhookSender(
    IHttpClientFactory clients,
    IOptions<WebhookOptions> options,
    TimeProvider time,
    ILogger<WebhookSender> logger
)
{
    public const string Client = "webhooks";
    public const string ReplayHeader = "CaseFlow-Replay";

    private const string Masked = "***";

    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(1);

    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public async Task<SendResult> Send(Endpoint endpoint, DeliveryRow delivery, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        if (endpoint.Unreadable is { } unreadable)
        {
            return new SendResult.Tried(null, null, unreadable, null, "{}", TimeSpan.Zero);
        }

        using var request = Compose(endpoint, delivery);
        var sent = Mask(request, endpoint);
        try
        {
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                cancellation
            );
            var answer = await ReadAnswer(response, endpoint, cancellation);
            return new SendResult.Tried(
                (int)response.StatusCode,
                answer,
                response.IsSuccessStatusCode ? null : Explain(response),
                RetryAfterOf(response),
                sent,
                time.GetElapsedTime(began)
            );
        }
        catch (BrokenCircuitException resting)
        {
            // While one try finds out whether it is back, there is no telling how long that takes.
            var pause = resting.RetryAfter ?? TimeSpan.Zero;
            return new SendResult.Resting(pause > ShortestRest ? pause : ShortestRest);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever an endpoint or the way there makes of it, it is a failure of this delivery.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return new SendResult.Tried(null, null, Explain(failure), null, sent, time.GetElapsedTime(began));
        }
    }

    private HttpRequestMessage Compose(Endpoint endpoint, DeliveryRow delivery)
    {
        var now = time.GetUtcNow();
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url)
        {
            Content = new ByteArrayContent(delivery.Body),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(CloudEventWriter.ContentType);
        request.Headers.UserAgent.Add(new("CaseFlow", "1"));
        request.Headers.Add(WebhookSignature.IdHeader, delivery.EventId);
        request.Headers.Add(WebhookSignature.TimeHeader, WebhookSignature.TimeText(now));
        request.Headers.Add(
            WebhookSignature.SignatureHeader,
            WebhookSignature.Sign(endpoint.Secrets, delivery.EventId, now, delivery.Body)
        );
        if (delivery.IsReplay)
        {
            request.Headers.Add(ReplayHeader, "true");
        }

        foreach (var (name, value) in endpoint.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static string Mask(HttpRequestMessage request, Endpoint endpoint) =>
        JsonSerializer.Serialize(
            request
                .Headers.Concat(request.Content!.Headers)
                .ToDictionary(
                    header => header.Key,
                    header =>
                        header.Key == WebhookSignature.SignatureHeader || endpoint.Headers.ContainsKey(header.Key)
                            ? Masked
                            : string.Join(", ", header.Value),
                    StringComparer.OrdinalIgnoreCase
                ),
            Relaxed
        );

    /// <summary>The beginning of the answer, without the secrets that it may repeat. No more of it is read.</summary>
    private async Task<string> ReadAnswer(
        HttpResponseMessage response,
        Endpoint endpoint,
        CancellationToken cancellation
    )
    {
        using var enough = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, enough.Token);
        var letters = new char[options.Value.KeepOfAnswer];
        var read = 0;
        try
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(either.Token));
            read = await reader.ReadBlockAsync(letters, either.Token);
        }
        catch (Exception cut) when (cut is IOException or HttpRequestException || enough.IsCancellationRequested)
        {
            LogCut(cut, endpoint.Url.Host);
        }

        var text = new string(letters, 0, read).Replace("\0", "", StringComparison.Ordinal);
        return endpoint
            .Headers.Values.Concat(endpoint.Secrets)
            .Where(secret => secret.Length > 0)
            .Aggregate(text, (masked, secret) => masked.Replace(secret, Masked, StringComparison.Ordinal));
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) =>
        response.Headers.RetryAfter is { } asked ? asked.Delta ?? (asked.Date - time.GetUtcNow()) : null;

    private static string Explain(HttpResponseMessage response) =>
        (int)response.StatusCode is >= 300 and < 400
            ? $"It answered {(int)response.StatusCode}, and redirects are not followed. Give the subscription the url "
                + $"that it leads to{(response.Headers.Location is { } to ? $": {to}" : "")}."
            : $"It answered {(int)response.StatusCode}; a delivery is made when the answer is 2xx.";

    private string Explain(Exception failure) =>
        failure switch
        {
            TimeoutRejectedException => $"It did not answer within {options.Value.Timeout}.",
            HttpRequestException { InnerException: { } inner } => inner.Message,
            _ => failure.Message,
        };

    [LoggerMessage(LogLevel.Debug, "The answer of {Host} ended early")]
    private partial void LogCut(Exception cut, string host);
}
