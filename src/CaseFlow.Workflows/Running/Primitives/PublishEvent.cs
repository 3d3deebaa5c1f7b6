using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Primitives;

internal sealed class PublishEvent : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        if (frame.Text("eventName") is not { Length: > 0 } name)
        {
            throw new ActivityFailed("An event without a name cannot be published.");
        }

        frame.Run.Effects.Add(
            new WorkflowEffect.PublishEvent(
                frame.Run.NextId(),
                frame.Activity.Id,
                name,
                frame.Text("correlationId"),
                frame.Flag("isLocalEvent"),
                frame.Input("payload")
            )
        );
        frame.Complete();
    }
}
