using System.Collections.Concurrent;
using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Host.Workflows.Http;

/// <summary>The requests of this host that wait for what an instance answers, by the instance.</summary>
internal sealed class HeldRequests
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<HttpVerdict>> held = new(StringComparer.Ordinal);

    /// <summary>What the instance answers; ask before it runs.</summary>
    public Task<HttpVerdict> Hold(string instance) =>
        held.GetOrAdd(instance, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Release(string instance) => held.TryRemove(instance, out _);

    /// <summary>Tells what a burst says: an answer, or that there will be none before the next wait.</summary>
    public void Tell(Burst burst)
    {
        if (!held.TryGetValue(burst.State.InstanceId, out var request))
        {
            return;
        }

        if (burst.Effects.OfType<WorkflowEffect.WriteHttp>().FirstOrDefault() is { } written)
        {
            request.TrySetResult(new HttpVerdict.Written(written));
        }
        else if (burst.SubStatus == InstanceSubStatus.Faulted)
        {
            request.TrySetResult(new HttpVerdict.Faulted());
        }
        else if (burst.Status == InstanceStatus.Finished)
        {
            request.TrySetResult(new HttpVerdict.Ended());
        }
        else if (burst.State.Bookmarks.All(bookmark => !bookmark.IsCall))
        {
            request.TrySetResult(new HttpVerdict.Waits());
        }
    }
}

/// <summary>What an instance has to say to the request that it runs for.</summary>
internal abstract record HttpVerdict
{
    private HttpVerdict() { }

    public sealed record Written(WorkflowEffect.WriteHttp Answer) : HttpVerdict;

    /// <summary>It ended without an answer.</summary>
    public sealed record Ended : HttpVerdict;

    /// <summary>It waits for something else.</summary>
    public sealed record Waits : HttpVerdict;

    public sealed record Faulted : HttpVerdict;
}
