using CaseFlow.Host.Shell;
using CaseFlow.Host.Workflows.Events;
using CaseFlow.Storage;
using CaseFlow.Workflows.Running;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Workflows.Effects;

/// <summary>
/// Does what instances want done, and brings them the answer. Each has a key, its id, by which doing it again changes nothing:
/// so it is done at least once, and counts once. What keeps failing becomes an incident.
/// </summary>
internal sealed partial class EffectDoer(
    WorkflowJournal journal,
    IGrainFactory grains,
    CaseWorker cases,
    CaseWaits waits,
    ChildStarter children,
    EventDelivery events,
    RequestSender requests,
    MailSender mail,
    IOptions<WorkflowOptions> options,
    TimeProvider time,
    ILogger<EffectDoer> logger
)
{
    // The clocks of two nodes never agree to the moment.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(100);

    public async Task Do(WorkflowEffectRow effect)
    {
        if (effect.RingAt <= time.GetUtcNow() + Margin)
        {
            return; // it lay here for too long, and is another one's by now
        }

        try
        {
            await Settle(effect, await Try(effect));
        }
#pragma warning disable CA1031 // Whatever it was: it is tried again, and in the end a person hears of it.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            await Fail(effect, failed);
        }
    }

    private async Task<EffectAnswer?> Try(WorkflowEffectRow effect)
    {
        switch (effect.Kind)
        {
            case WorkflowAppend.CheckCase:
                return await waits.Check(effect);
            case WorkflowAppend.Report:
                await children.Report(effect);
                return null;
        }

        switch (effect.Read())
        {
            case WorkflowEffect.CaseWork work:
                return await cases.Do(work, effect.Definition);
            case WorkflowEffect.SendHttp request:
                return await requests.Send(request);
            case WorkflowEffect.SendEmail letter:
                return await mail.Send(letter, effect.Instance);
            case WorkflowEffect.StartWorkflow child:
                return await children.Start(child, effect);
            case WorkflowEffect.PublishEvent published:
                await events.Publish(published, effect.Instance);
                return null;
            case var other:
                throw new InvalidOperationException($"Nobody does {other.GetType().Name}.");
        }
    }

    private async Task Settle(WorkflowEffectRow effect, EffectAnswer? answer)
    {
        if (answer is null)
        {
            return; // what there was to be kept of it is kept
        }

        if (!answer.IsToCome)
        {
            var turn = await grains
                .Workflow(effect.Instance)
                .Resume(
                    new(
                        new WorkflowResume(effect.Id)
                        {
                            Answer = answer.Value,
                            Refusal = answer.Refusal,
                            Failure = answer.Failure,
                            Effect = effect.Id,
                        }
                    )
                );
            if (turn.Value.Kind == WorkflowTurnKind.Done)
            {
                return;
            }

            if (answer.Failure is { } why && turn.Value.After is { } left && !HasEnded(left))
            {
                await GiveUp(effect, why); // the instance did not wait for it, and would never hear
                return;
            }
        }

        await journal.Done(effect.Id);
    }

    private static bool HasEnded(StoredWorkflow left) =>
        left.State.SubStatus == CaseFlow.Workflows.Running.State.InstanceSubStatus.Cancelled;

    private async Task Fail(WorkflowEffectRow effect, Exception failed)
    {
        var attempts = effect.Attempts + 1;
        try
        {
            if (attempts < options.Value.MaxTries)
            {
                var pause = DoublingPause.After(attempts, options.Value.FirstPause, options.Value.LongestPause);
                await journal.TryAgain(effect.Id, attempts, time.GetUtcNow() + pause);
                LogFailed(failed, effect.Kind, effect.Id, attempts);
            }
            else
            {
                LogGivenUp(failed, effect.Kind, effect.Id, attempts);
                await Settle(effect with { Attempts = attempts }, EffectAnswer.Failed(failed.Message));
            }
        }
        catch (Exception worse) when (worse is not OperationCanceledException)
        {
            LogLeft(worse, effect.Kind, effect.Id); // whoever comes next does it when this host's time for it is over
        }
    }

    private Task GiveUp(WorkflowEffectRow effect, string why) =>
        journal.GiveUp(
            effect.Id,
            effect.Attempts,
            new WorkflowIncidentRow
            {
                Id = effect.Id,
                Instance = effect.Instance,
                Definition = effect.Definition,
                Activity = effect.Kind is WorkflowAppend.Report or WorkflowAppend.CheckCase
                    ? ""
                    : effect.Read().ActivityId,
                ActivityType = effect.Kind,
                Message = why,
                At = time.GetUtcNow(),
                Status = WorkflowIncidentRow.Open,
            }
        );

    [LoggerMessage(LogLevel.Warning, "The {Kind} of {Effect} failed the {Attempts}. time; it is tried again")]
    private partial void LogFailed(Exception failed, string kind, string effect, int attempts);

    [LoggerMessage(LogLevel.Error, "The {Kind} of {Effect} failed the {Attempts}. time and is given up")]
    private partial void LogGivenUp(Exception failed, string kind, string effect, int attempts);

    [LoggerMessage(LogLevel.Error, "The {Kind} of {Effect} was left where it stands; it is done later")]
    private partial void LogLeft(Exception failed, string kind, string effect);
}
