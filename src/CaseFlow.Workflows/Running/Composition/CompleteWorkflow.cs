using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Running.Composition;

/// <summary>Ends the nearest workflow around it, with the outcomes that it names.</summary>
internal sealed class CompleteWorkflow : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        var holder = frame.Holder;
        while (holder is { Activity.Executor.IsWorkflow: false })
        {
            holder = holder.Holder;
        }

        ImmutableArray<string> outcomes = frame.Input("outcomes") switch
        {
            IList<object?> list => [.. list.OfType<object>().Select(ValueText.Of)],
            { } one when ValueText.Of(one) is { Length: > 0 } name => [name],
            _ => [],
        };
        if (outcomes is [])
        {
            holder?.Complete();
        }
        else
        {
            holder?.Complete(outcomes);
        }

        frame.Complete();
    }
}
