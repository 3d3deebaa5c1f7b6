using CaseFlow.Workflows.Running.Compiled;
using CaseFlow.Workflows.Running.State;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Running.Live;

/// <summary>An activity that runs in an instance.</summary>
internal sealed class Frame(InstanceRun run, int id, CompiledActivity activity, Frame? holder)
{
    public InstanceRun Run => run;

    public int Id => id;

    public CompiledActivity Activity => activity;

    public Frame? Holder => holder;

    public FrameStatus Status { get; set; }

    /// <summary>What the holder knows it by.</summary>
    public int Tag { get; init; }

    /// <summary>Whether a connection that leads back brought it here.</summary>
    public bool CameBack { get; init; }

    /// <summary>Its place among the open frames of the run.</summary>
    public int Place { get; set; }

    /// <summary>The activities that it holds and that have not ended.</summary>
    public List<Frame>? Children { get; set; }

    public List<Variable>? Variables { get; set; }

    public object?[]? Inputs { get; set; }

    public ActivityState? State { get; set; }

    /// <summary>The workflow that it runs as an activity.</summary>
    public CompiledWorkflow? Holds { get; set; }

    /// <summary>How many bookmarks it has.</summary>
    public int Waits { get; set; }

    public bool IsTrigger => run.TriggerActivityId == activity.Id && holder?.IsTriggerHolder != false;

    // A workflow that is held as an activity is not started by its own triggers.
    private bool IsTriggerHolder => ReferenceEquals(activity.Workflow, run.Workflow);

    public void Complete() => run.Complete(this, Outcomes.Done);

    public void Complete(params ImmutableArray<string> outcomes) => run.Complete(this, Outcomes.Of(outcomes));

    /// <summary>Has an activity that it holds run, as soon as those before have had their turn.</summary>
    public void Schedule(CompiledActivity child, int tag = 0, LoopItem? item = null) =>
        run.Schedule(new WorkItem(child, this, tag, CameBack: false, item));

    public object? Input(string name)
    {
        var index = activity.InputIndex(name);
        return index < 0 ? null : (Inputs ??= run.EvaluateInputs(this))[index];
    }

    public string? Text(string name) => Input(name) is { } value ? ValueText.Of(value) : null;

    public bool Flag(string name) => Input(name) is true;

    public int Whole(string name) => Input(name) is int value ? value : 0;

    public ValueMap Map(string name) => Input(name) is IDictionary<string, object?> map ? new ValueMap(map) : [];

    public ImmutableArray<string> Texts(string name) =>
        Input(name) is IList<object?> list ? [.. list.OfType<object>().Select(ValueText.Of)] : [];

    /// <summary>The value of an input as it is now.</summary>
    public object? Evaluate(string name) =>
        activity.InputIndex(name) is var index and >= 0 ? run.Evaluate(this, activity.Inputs[index]) : null;

    public void SetOutput(string name, object? value) => run.SetOutput(this, name, value);
}

/// <summary>How an activity is.</summary>
internal enum FrameStatus
{
    Running,
    Completed,
    Cancelled,
    Faulted,
}
