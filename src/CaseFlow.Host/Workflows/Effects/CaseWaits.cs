using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Webhooks.Outgoing;
using CaseFlow.Storage;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Host.Workflows.Effects;

/// <summary>Looks whether a case is so already that an instance has begun to wait for; later on, what happens to it tells.</summary>
internal sealed class CaseWaits(
    WorkflowJournal journal,
    IGrainFactory grains,
    CaseDoor door,
    SubscriptionConditions conditions,
    TimeProvider time
)
{
    /// <summary>Null where the instance waits on, and that is all.</summary>
    public async Task<EffectAnswer?> Check(WorkflowEffectRow effect)
    {
        var answer = await Look(effect);
        if (answer is null)
        {
            await journal.Done(effect.Id);
        }

        return answer;
    }

    private async Task<EffectAnswer?> Look(WorkflowEffectRow effect)
    {
        var stored = await journal.Load(effect.Instance);
        if (stored?.State.Bookmarks.FirstOrDefault(one => one.Id == effect.Id) is not { } wait)
        {
            return null;
        }

        var (named, condition) = (Text(wait, "caseId"), Text(wait, "condition"));
        if (
            await door.Find(named, CancellationToken.None) is not { } id
            || (await grains.Case(id.Value).Read()).Value is not var (about, process)
        )
        {
            return EffectAnswer.Failed($"There is no case '{named}'.");
        }

        if (conditions.Check(condition, process.Key) is { } wrong)
        {
            return EffectAnswer.Failed($"The condition '{condition}' cannot be waited for. {wrong}");
        }

        var by = new Actor($"workflow:{effect.Definition}", Role.Automation);
        return await conditions.Holds(condition, about, by, time.GetUtcNow(), CancellationToken.None)
            ? EffectAnswer.Of(CaseValues.Of(about, process))
            : null;
    }

    private static string Text(Bookmark wait, string name) => wait.Details.GetValueOrDefault(name) as string ?? "";
}
