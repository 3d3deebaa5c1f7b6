using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;
using CaseFlow.Storage;
using Microsoft.AspNetCore.Components.Authorization;

namespace CaseFlow.Host.Events;

/// <summary>Tells a page what happens to cases while it is open, as far as the person may see it.</summary>
internal sealed class News(EventFollower follower, OutboxReader outbox, AuthenticationStateProvider who)
{
    /// <summary>Follows until it is disposed.</summary>
    /// <param name="tell">Null says that something was missed: what is shown has to be read again.</param>
    public IAsyncDisposable Follow(EventFilter filter, Func<ToldEvent?, Task> tell) =>
        new Following(
            follower,
            outbox,
            async () => (await who.GetAuthenticationStateAsync()).User.Actor(),
            filter,
            tell
        );
}

/// <summary>Follows what happens to cases until it is disposed, and comes back where it was cut off.</summary>
internal sealed class Following : IAsyncDisposable
{
    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource ended = new();
    private readonly EventFollower follower;
    private readonly OutboxReader outbox;
    private readonly Task run;

    /// <param name="who">Only what they may see is told.</param>
    /// <param name="tell">Null says that something was missed: what is shown has to be read again.</param>
    public Following(
        EventFollower follower,
        OutboxReader outbox,
        Func<ValueTask<Actor>> who,
        EventFilter filter,
        Func<ToldEvent?, Task> tell
    )
    {
        (this.follower, this.outbox) = (follower, outbox);
        run = Run(who, filter, tell, ended.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended.Dispose();
    }

    private async Task Run(
        Func<ValueTask<Actor>> who,
        EventFilter filter,
        Func<ToldEvent?, Task> tell,
        CancellationToken ended
    )
    {
        // The page goes on drawing while this waits for what comes.
        await Task.Yield();
        var reader = await who();
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
}
