using CaseFlow.Storage;
using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Host.Workflows.Effects;

/// <summary>Starts instances for instances, and tells those what came of it. A child's id is that of the effect that asks for it.</summary>
internal sealed class ChildStarter(IGrainFactory grains, WorkflowJournal journal)
{
    public async Task<EffectAnswer> Start(WorkflowEffect.StartWorkflow asked, WorkflowEffectRow effect)
    {
        var turn = await grains
            .Workflow(asked.Id)
            .Start(
                new(
                    new WorkflowStart(asked.DefinitionId)
                    {
                        Input = asked.Input,
                        CorrelationId = asked.CorrelationId,
                        Parent =
                            asked.IsInline || asked.IsAwaited
                                ? new WorkflowParent(effect.Instance, WantsTheEnd: asked.IsAwaited)
                                : null,
                    }
                )
            );
        return turn.Value.Kind is WorkflowTurnKind.Done or WorkflowTurnKind.DoneBefore
            ? new EffectAnswer { IsToCome = true }
            : EffectAnswer.Failed(turn.Value.Why ?? "The workflow could not be started.");
    }

    /// <summary>Tells the parent how its child is.</summary>
    public async Task Report(WorkflowEffectRow effect)
    {
        if (await journal.Load(effect.Instance) is { State: var child })
        {
            var result = new ValueMap
            {
                ["workflowInstanceId"] = child.InstanceId,
                ["status"] = child.Status.ToString(),
                ["subStatus"] = child.SubStatus.ToString(),
                ["output"] = child.Output,
            };
            var parent = grains.Workflow(effect.Body);
            await parent.Resume(new(new WorkflowResume(child.InstanceId) { Answer = result }));
        }

        await journal.Done(effect.Id);
    }
}
