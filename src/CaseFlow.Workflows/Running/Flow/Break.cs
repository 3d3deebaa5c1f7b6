using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Flow;

/// <summary>Ends the nearest loop; without one, only what holds it.</summary>
internal sealed class Break : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        var holder = frame.Holder;
        while (holder is { Activity.Executor: { IsLoop: false, IsWorkflow: false } })
        {
            holder = holder.Holder;
        }

        if (holder?.Activity.Executor.IsLoop == true)
        {
            holder.Complete();
        }

        frame.Complete();
    }
}
