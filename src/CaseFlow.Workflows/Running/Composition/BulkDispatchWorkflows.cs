using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Running.Composition;

/// <summary>Has another workflow run for each item, and an activity of its own for each that has ended.</summary>
internal sealed class BulkDispatchWorkflows : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        var items = frame.Input("items") as IList<object?> ?? [];
        var isAwaited = frame.Flag("waitForCompletion");
        foreach (var item in items)
        {
            var id = ChildWorkflow.Start(
                frame,
                InputFor(frame, item),
                CorrelationFor(frame, item),
                isInline: false,
                isAwaited
            );
            if (isAwaited)
            {
                frame.Run.Wait(frame, BookmarkKind.Workflow, id);
            }
        }

        frame.State = new ActivityState.Position { Value = items.Count };
        if (!isAwaited)
        {
            frame.Complete();
        }
        else if (items is [])
        {
            End(frame);
        }
    }

    public override void Resume(Frame frame, Answer answer)
    {
        var port = answer["subStatus"] is "Finished" or null ? "childCompleted" : "childFaulted";
        if (frame.Activity.Port(port) is not { } activity)
        {
            CountDown(frame);
            return;
        }

        frame.Schedule(activity, item: new LoopItem(answer.BookmarkId, Index: null, "ChildInstanceId"));
    }

    public override void ChildEnded(Frame frame, Frame child, Outcomes outcomes) => CountDown(frame);

    private static void CountDown(Frame frame)
    {
        if (--((ActivityState.Position)frame.State!).Value == 0)
        {
            End(frame);
        }
    }

    private static void End(Frame frame) => frame.Complete("Completed", "Done");

    // An item that is an object is an input as it is; any other is one member of it.
    private static ValueMap InputFor(Frame frame, object? item)
    {
        var input = new ValueMap(frame.Map("input"));
        if (item is IDictionary<string, object?> members)
        {
            foreach (var (name, value) in members)
            {
                input[name] = value;
            }
        }
        else
        {
            input[frame.Text("defaultItemInputKey") ?? "Item"] = item;
        }

        return input;
    }

    private static string? CorrelationFor(Frame frame, object? item)
    {
        var key = frame.Text("defaultItemInputKey") ?? "Item";
        frame.Variables = [new Variable(key, key, DeclaredType.Object, item, isKept: false)];
        return frame.Evaluate("correlationIdFunction") is { } id ? ValueText.Of(id) : null;
    }
}
