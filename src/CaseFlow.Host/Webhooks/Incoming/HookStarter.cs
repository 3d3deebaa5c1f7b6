using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Webhooks;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Workflows;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>Starts the workflows that deliveries ask for; the same one only once, however often a delivery is worked on.</summary>
internal sealed class HookStarter(IGrainFactory grains)
{
    /// <param name="meant">The case that is meant, which events then find the instance by; null where there is none.</param>
    public async Task<HookResult> Start(HookWork work, HookCommand.Run run, int ordinal, CaseStanding? meant)
    {
        var instance = WorkflowIds.Of(
            "delivery",
            work.Row.Id.ToString(),
            (work.Index ?? 0).ToString(CultureInfo.InvariantCulture),
            ordinal.ToString(CultureInfo.InvariantCulture)
        );
        var input = JsonSerializer.SerializeToElement(HookSteps.InputOf(run, work.Item.Facts));
        var start = new WorkflowStart(run.Workflow)
        {
            Input = input
                .EnumerateObject()
                .ToImmutableDictionary(one => one.Name, one => ValueJson.Read(one.Value), StringComparer.Ordinal),
            CorrelationId = meant?.Case.Id.ToString() ?? work.Item.Reference?.Key,
        };
        var turn = (await grains.Workflow(instance).Start(new(start))).Value;
        return turn.Kind switch
        {
            WorkflowTurnKind.Done or WorkflowTurnKind.DoneBefore => work.Result(
                run,
                turn.Kind == WorkflowTurnKind.Done ? HookOutcomes.Done : HookOutcomes.Unchanged,
                meant?.Case.Id
            ) with
            {
                Instance = instance,
            },
            WorkflowTurnKind.NotBesideOthers => work.Result(
                run,
                HookOutcomes.Refused,
                meant?.Case.Id,
                "workflow-runs-already",
                turn.Why
            ),
            _ => work.Result(
                run,
                HookOutcomes.Refused,
                meant?.Case.Id,
                "no-such-workflow",
                $"There is no workflow '{run.Workflow}'."
            ),
        };
    }
}
