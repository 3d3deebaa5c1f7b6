using CaseFlow.Host.People;
using CaseFlow.Storage;
using Microsoft.AspNetCore.Components.Authorization;

namespace CaseFlow.Host.Events;

/// <summary>Tells a page what happens to cases while it is open, as far as the person may see it.</summary>
internal sealed class News(EventFollower follower, OutboxReader outbox, AuthenticationStateProvider who)
{
    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(2);

    /// <summary>Follows until it is disposed.</summary>
    /// <param name="tell">Null says that something was missed: what is shown has to be read again.</param>
    public IAsyncDisposable Follow(EventFilter filter, Func<ToldEvent?, Task> tell)
    {
        var ended = new CancellationTokenSource();
        return new Following(ended, Run(filter, tell, ended.Token));
    }

    private async Task Run(EventFilter filter, Func<ToldEvent?, Task> tell, CancellationToken ended)
    {
        // The page goes on drawing while this waits for what comes.
        await Task.Yield();
        var reader = (await who.GetAuthenticationStateAsync()).User.Actor();
        while (!ended.IsCancellationRequested)
        {
            using var cutOff = CancellationTokenSource.CreateLinkedTokenSource(ended);
            try
            {
                var from = EventCursor.After(await outbox.Last(cutOff.Token));
                await foreach (var item in follower.Follow(filter, from, reader, cutOff.Cancel, cutOff.Token))
                {
                    if (item.Told is { } told)
                    {
                        await tell(told);
                    }
                }
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is OperationCanceledException or System.Data.Common.DbException)
            {
                await Task.Delay(ComeBackAfter, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            if (!ended.IsCancellationRequested)
            {
                await tell(null);
            }
        }
    }

    private sealed class Following(CancellationTokenSource ended, Task run) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await ended.CancelAsync();
            await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ended.Dispose();
        }
    }
}
