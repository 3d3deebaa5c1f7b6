using System.Text.Json;
using Microsoft.AspNetCore.Components.Authorization;

namespace CaseFlow.Host.Shell.InProcess;

/// <summary>Asks the API as the person who looks at the page.</summary>
public sealed class ApiClient
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly InProcessApi api;
    private readonly AuthenticationStateProvider who;

    internal ApiClient(InProcessApi api, AuthenticationStateProvider who) => (this.api, this.who) = (api, who);

    public Task<ApiAnswer<T>> Get<T>(string path, CancellationToken cancellation = default) =>
        Send<T>(HttpMethod.Get, path, null, null, cancellation);

    /// <param name="ifMatch">The ETag that the case must still have; null where it does not matter.</param>
    public Task<ApiAnswer<T>> Post<T>(
        string path,
        object? body = null,
        string? ifMatch = null,
        CancellationToken cancellation = default
    ) => Send<T>(HttpMethod.Post, path, body ?? new { }, ifMatch, cancellation);

    /// <inheritdoc cref="Post{T}"/>
    public Task<ApiAnswer<T>> Patch<T>(
        string path,
        object body,
        string? ifMatch = null,
        CancellationToken cancellation = default
    ) => Send<T>(HttpMethod.Patch, path, body, ifMatch, cancellation);

    public Task<ApiAnswer<T>> Put<T>(string path, object body, CancellationToken cancellation = default) =>
        Send<T>(HttpMethod.Put, path, body, null, cancellation);

    public Task<ApiAnswer<T>> Delete<T>(string path, CancellationToken cancellation = default) =>
        Send<T>(HttpMethod.Delete, path, null, null, cancellation);

    private async Task<ApiAnswer<T>> Send<T>(
        HttpMethod method,
        string path,
        object? body,
        string? ifMatch,
        CancellationToken cancellation
    )
    {
        var asking = (await who.GetAuthenticationStateAsync()).User;
        var bytes = body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body, Json);
        KeyValuePair<string, string>[] headers = ifMatch is null ? [] : [new("If-Match", ifMatch)];
        var answer = await api.Send(asking, method, path, bytes, headers, cancellation);
        var etag = answer.Headers.ETag.ToString();
        return answer.Status is >= 200 and < 300
            ? new(Read<T>(answer.Body), null, etag.Length == 0 ? null : etag)
            : new(default, ApiRefusal.Read(answer.Status, answer.Body), null);
    }

    private static T? Read<T>(byte[] body) => body.Length == 0 ? default : JsonSerializer.Deserialize<T>(body, Json);
}
