using CaseFlow.Host.Queues;
using CaseFlow.Host.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Queues;

/// <summary>The numbers beside the queues, which every page has.</summary>
public sealed class QueueTallyTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Whoever_looks_is_told_after_something_happened_until_he_leaves()
    {
        var tally = host.Services.GetRequiredService<QueueTally>();
        var (first, second) = (0, 0);
        await using var looking = tally.Look(() => Task.FromResult(Interlocked.Increment(ref first)));
        var leaving = tally.Look(() => Task.FromResult(Interlocked.Increment(ref second)));
        await using var gone = tally.Look(() => throw new ObjectDisposedException("A page that has just gone"));

        await Opened(1);
        await leaving.DisposeAsync();
        var told = second;
        await Opened(2);

        Assert.Equal(told, second);

        // The tally may have begun to follow after a case was opened, so another one is.
        async Task Opened(int least)
        {
            var before = Volatile.Read(ref first);
            await Hooks.Eventually(async () =>
            {
                await host.Case("Counted");
                return Volatile.Read(ref first) > before
                    && tally.Counts.GetValueOrDefault(("support-case", "front-line"))?.Waiting >= least;
            });
        }
    }
}
