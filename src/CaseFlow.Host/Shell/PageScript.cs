using Microsoft.JSInterop;

namespace CaseFlow.Host.Shell;

/// <summary>What only the browser can do: <c>caseflow.js</c>, loaded once for each circuit.</summary>
public sealed class PageScript(IJSRuntime js) : IAsyncDisposable
{
    private Task<IJSObjectReference>? loading;

    public async Task Run(string function, params object?[] values)
    {
        try
        {
            await (await Load()).InvokeVoidAsync(function, values);
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and with it whatever this was for.
        }
    }

    public async Task<T> Ask<T>(string function, params object?[] values) =>
        await (await Load()).InvokeAsync<T>(function, values);

    public Task Focus(string id) => Run("focus", id);

    public async ValueTask DisposeAsync()
    {
        if (loading is not { IsCompletedSuccessfully: true })
        {
            return;
        }

        try
        {
            await (await loading).DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone; it keeps nothing of ours.
        }
    }

    private Task<IJSObjectReference> Load() =>
        loading ??= js.InvokeAsync<IJSObjectReference>("import", "./caseflow.js").AsTask();
}
