using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Running.Compiled;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Live;

/// <summary>An instance during a burst: its frames, the queue of those whose turn comes, and what it wants done.</summary>
internal sealed partial class InstanceRun(
    MachineParts parts,
    CompiledWorkflow workflow,
    string instanceId,
    DateTimeOffset now
)
{
    private readonly Queue<WorkItem> queue = new();
    private readonly List<Frame> open = [];
    private int executed;

    public MachineParts Parts => parts;

    public CompiledWorkflow Workflow => workflow;

    public string InstanceId => instanceId;

    public DateTimeOffset Now => now;

    public string? Name { get; set; }

    public string? CorrelationId { get; set; }

    public string? TriggerActivityId { get; set; }

    /// <summary>What the trigger was started with.</summary>
    public object? TriggerAnswer { get; set; }

    /// <summary>What an expression sees as input.</summary>
    public IReadOnlyDictionary<string, object?> Input { get; set; } = ImmutableDictionary<string, object?>.Empty;

    /// <summary>What of it outlives a wait.</summary>
    public ValueMap KeptInput { get; set; } = [];

    public ValueMap Output { get; set; } = [];

    public int Bursts { get; set; }

    public int Counter { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public List<Bookmark> Bookmarks { get; } = [];

    public List<Incident> Incidents { get; } = [];

    public List<WorkflowEffect> Effects { get; } = [];

    public List<string> Lines { get; } = [];

    /// <summary>The activities that have begun and not ended.</summary>
    public IReadOnlyList<Frame> Open => open;

    /// <summary>It ended by <c>Finish</c>.</summary>
    public bool IsFinished { get; private set; }

    public bool IsCancelled { get; private set; }

    /// <summary>It would have gone on for ever.</summary>
    public bool IsOverrun { get; private set; }

    public FlowchartMode FlowchartMode => workflow.Definition.Options.Flowchart ?? parts.Settings.Flowchart;

    /// <summary>The workflow itself.</summary>
    public Frame Shell { get; set; } = null!;

    public string NextId() => FormattableString.Invariant($"{instanceId}:{++Counter}");

    public void Schedule(WorkItem item) => queue.Enqueue(item);

    /// <summary>Takes back what a frame had its turn to come for.</summary>
    public void Unschedule(Frame holder)
    {
        for (var count = queue.Count; count > 0; count--)
        {
            var item = queue.Dequeue();
            if (!ReferenceEquals(item.Holder, holder))
            {
                queue.Enqueue(item);
            }
        }
    }

    public bool IsQueued(Frame holder, CompiledActivity activity)
    {
        foreach (var item in queue)
        {
            if (ReferenceEquals(item.Holder, holder) && ReferenceEquals(item.Activity, activity))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether something below the frame has its turn to come.</summary>
    public bool HasQueuedBelow(Frame frame)
    {
        foreach (var item in queue)
        {
            for (var holder = item.Holder; holder is not null; holder = holder.Holder)
            {
                if (ReferenceEquals(holder, frame))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Runs activities until none has its turn to come.</summary>
    public void Drain()
    {
        while (queue.TryDequeue(out var item))
        {
            if (item.Holder.Status == FrameStatus.Cancelled)
            {
                continue;
            }

            var frame = Begin(item);
            if (++executed > parts.Settings.ActivitiesInBurst)
            {
                Overrun();
                Fault(
                    frame,
                    new ActivityFailed(
                        FormattableString.Invariant(
                            $"The workflow ran {parts.Settings.ActivitiesInBurst:N0} activities without a wait; it most likely goes round in a circle."
                        )
                    )
                );
                return;
            }

            Try(frame, Execute);
        }
    }

    /// <summary>Begins with the workflow itself.</summary>
    public void Begin()
    {
        Shell = new Frame(this, ++Counter, workflow.Shell, holder: null);
        Scope.Declare(Shell, item: null);
        Reopen(Shell);
        Try(Shell, Execute);
    }

    /// <summary>Has an activity that faulted run again where it stands.</summary>
    public void Retry(Frame frame)
    {
        var round = frame.Variables?.FirstOrDefault(one => one.Id is Scope.CurrentValue or "ChildInstanceId");
        var index = frame.Variables?.Find(one => one.Id == Scope.CurrentIndex)?.Value as int?;
        var item = round is null ? null : new LoopItem(round.Value, index, round.Name);
        CancelChildren(frame);
        frame.Status = FrameStatus.Cancelled;
        Close(frame);
        Schedule(new WorkItem(frame.Activity, frame.Holder ?? Shell, frame.Tag, frame.CameBack, item));
    }

    public void Skip(Frame frame)
    {
        frame.Status = FrameStatus.Running;
        Complete(frame, Outcomes.Done);
    }

    /// <summary>Ends the instance at once.</summary>
    public void Finish()
    {
        IsFinished = true;
        Abandon();
    }

    public void Cancel()
    {
        IsCancelled = true;
        Abandon();
    }

    public Frame Reopen(Frame frame)
    {
        frame.Place = open.Count;
        open.Add(frame);
        if (frame.Holder is { } holder)
        {
            (holder.Children ??= []).Add(frame);
        }

        return frame;
    }

    /// <summary>Does something of a frame; where that fails, the frame has faulted.</summary>
    public void Try(Frame frame, Action<Frame> does)
    {
        try
        {
            does(frame);
        }
        catch (ActivityFailed failed)
        {
            Fault(frame, failed);
        }
        catch (ExpressionFailed failed)
        {
            Fault(frame, new ActivityFailed(failed.Message, failed));
        }
    }

    private Frame Begin(WorkItem item)
    {
        var frame = new Frame(this, ++Counter, item.Activity, item.Holder) { Tag = item.Tag, CameBack = item.CameBack };
        Scope.Declare(frame, item.Item);
        return Reopen(frame);
    }

    private static void Execute(Frame frame)
    {
        frame.Inputs = frame.Activity.ConstantInputs ?? frame.Run.EvaluateInputs(frame);
        frame.Activity.Executor.Execute(frame);
    }

    private void Overrun()
    {
        IsOverrun = true;
        queue.Clear();
    }

    private void Abandon()
    {
        queue.Clear();
        foreach (var frame in open)
        {
            frame.Status = FrameStatus.Cancelled;
        }

        open.Clear();
        Bookmarks.Clear();
    }
}
