using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Events;

/// <summary>Somebody who follows the stream, and remembers what he read.</summary>
internal sealed class EventStream : IAsyncDisposable
{
    private readonly HttpClient client;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<SseItem<string>> items = new();
    private readonly Task reading;

    private EventStream(HttpClient client, Stream body)
    {
        this.client = client;
        reading = Task.Run(() => Read(body));
    }

    /// <summary>What came, heartbeats left out.</summary>
    public SseItem<string>[] Events => [.. items.Where(item => item.EventType != "heartbeat")];

    public SseItem<string>[] Beats => [.. items.Where(item => item.EventType == "heartbeat")];

    /// <summary>What a browser would send as <c>Last-Event-ID</c>.</summary>
    public string LastId => items.Last().EventId!;

    public (string Case, int Position)[] Seen =>
        [
            .. Events.Select(item =>
            {
                var told = JsonDocument.Parse(item.Data).RootElement;
                return (told.Text("subject")!, told.GetProperty("data").GetProperty("position").GetInt32());
            }),
        ];

    public bool IsOver => reading.IsCompleted;

    public static async Task<EventStream> Open(
        RunningHost host,
        string query = "",
        string? after = null,
        string user = "sue",
        string roles = "supervisor"
    )
    {
        var sue = host.As(user, roles);
        sue.Timeout = Timeout.InfiniteTimeSpan;
        var answer = await Ask(sue, query, after);
        Assert.True(
            answer.IsSuccessStatusCode,
            answer.IsSuccessStatusCode ? "" : await answer.Content.ReadAsStringAsync()
        );
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new(sue, await answer.Content.ReadAsStreamAsync());
    }

    public static Task<HttpResponseMessage> Ask(HttpClient sue, string query = "", string? after = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/events/stream{query}");
        if (after is not null)
        {
            request.Headers.Add("Last-Event-ID", after);
        }

        return sue.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        client.Dispose();
        await reading;
        stop.Dispose();
    }

    private async Task Read(Stream body)
    {
        try
        {
            await foreach (var item in SseParser.Create(body).EnumerateAsync(stop.Token))
            {
                items.Enqueue(item);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException or HttpRequestException)
        {
            // Left, or cut off.
        }
    }
}
