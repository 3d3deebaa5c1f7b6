using CaseFlow.Host.Workflows.Effects;
using CaseFlow.Host.Workflows.Events;
using CaseFlow.Host.Workflows.Http;
using CaseFlow.Storage;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Host.Workflows;

/// <summary>What follows a burst once it is durable. Whatever gets lost here with the process is found again in the store.</summary>
internal sealed class WorkflowAftermath(EffectQueue effects, EventDelivery events, HeldRequests requests)
{
    public void Follow(WorkflowAppend append)
    {
        effects.Do(append.Effects);
        requests.Tell(append.Burst);
        foreach (var wait in append.Burst.NewBookmarks)
        {
            if (wait is { Kind: BookmarkKind.Event, Name: { } name })
            {
                events.LookForEarly(name);
            }
        }
    }
}
