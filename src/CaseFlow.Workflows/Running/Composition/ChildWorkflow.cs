using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Composition;

/// <summary>Starts instances of other workflows.</summary>
internal static class ChildWorkflow
{
    /// <summary>Asks for an instance, and gives the id that it will have.</summary>
    public static string Start(
        Frame frame,
        IReadOnlyDictionary<string, object?> input,
        string? correlationId,
        bool isInline,
        bool isAwaited
    )
    {
        if (frame.Text("workflowDefinitionId") is not { Length: > 0 } definition)
        {
            throw new ActivityFailed("'workflowDefinitionId' names no workflow.");
        }

        var id = frame.Run.NextId();
        var given = new ValueMap(input) { ["ParentInstanceId"] = frame.Run.InstanceId };
        frame.Run.Effects.Add(
            new WorkflowEffect.StartWorkflow(
                id,
                frame.Activity.Id,
                definition,
                correlationId,
                given,
                isInline,
                isAwaited
            )
        );
        return id;
    }
}
