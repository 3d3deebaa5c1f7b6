using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Running.Compiled;

namespace CaseFlow.Workflows.Running.Live;

/// <summary>What the expressions of one activity after the other see.</summary>
internal sealed class FrameScope(InstanceRun run) : IExpressionScope
{
    private SeededRandom? random;

    /// <summary>The activity whose expression is evaluated.</summary>
    public Frame Frame { get; set; } = run.Shell;

    public InstanceIdentity Instance { get; } =
        new(
            run.InstanceId,
            run.Workflow.Definition.DefinitionId,
            run.Workflow.Definition.VersionId,
            run.Workflow.Definition.Version
        );

    public DateTimeOffset Now => run.Now;

    public IReadOnlyDictionary<string, object?> Input => Held is { } held ? Given(held) : run.Input;

    public IEnumerable<string> InputNames => (Held?.Holds ?? run.Workflow).InputNames;

    public string? CorrelationId
    {
        get => run.CorrelationId;
        set => run.CorrelationId = value;
    }

    public string? InstanceName
    {
        get => run.Name;
        set => run.Name = value;
    }

    public object? LastResult => run.LastResult;

    public IEnumerable<string> VariableNames =>
        All().Select(variable => variable.Name).Distinct(StringComparer.Ordinal);

    public IEnumerable<ActivityOutputs> Outputs
    {
        get
        {
            for (var holder = Frame.Activity.Holder; holder is not null; holder = holder.Holder)
            {
                foreach (var activity in holder.Activities)
                {
                    if (activity.Workflow.OutputsOf(activity, HeldBy(activity)) is { } outputs)
                    {
                        yield return outputs;
                    }
                }
            }
        }
    }

    // The workflow within which the activity stands, where it is one that another holds.
    private Frame? Held
    {
        get
        {
            for (var holder = Frame.Holder; holder is not null; holder = holder.Holder)
            {
                if (holder.Holds is not null)
                {
                    return holder;
                }
            }

            return null;
        }
    }

    public ulong NextRandom() => (random ??= SeededRandom.For(run.InstanceId, run.Bursts)).Next();

    public bool TryGetVariable(string name, out object? value)
    {
        var variable = Scope.Find(Frame, name);
        value = variable?.Value;
        return variable is not null;
    }

    public bool TryGetVariableById(string id, out object? value)
    {
        var variable = Scope.FindById(Frame, id);
        value = variable?.Value;
        return variable is not null;
    }

    public void SetVariable(string name, object? value)
    {
        try
        {
            Scope.Set(Frame, name, value);
        }
        catch (ActivityFailed failed)
        {
            throw new ExpressionFailed(failed.Message, failed);
        }
    }

    public bool TryGetOutput(string activity, string? output, out object? value)
    {
        value = null;
        if (Frame.Activity.Workflow.Find(activity) is not { } found)
        {
            return false;
        }

        foreach (var record in run.Outputs)
        {
            if (
                ReferenceEquals(record.Activity, found)
                && record.Name.Equals(output ?? "Result", StringComparison.OrdinalIgnoreCase)
                && IsHeldBy(record.Holder)
            )
            {
                value = record.Value;
                break;
            }
        }

        return true;
    }

    private CompiledWorkflow? HeldBy(CompiledActivity activity) =>
        activity is { Descriptor: null, Node: var node }
            ? run.Parts.Find(node.Workflow?.VersionId, node.Workflow?.DefinitionId, node.Type)
            : null;

    private bool IsHeldBy(int holder)
    {
        for (var frame = Frame; frame is not null; frame = frame.Holder)
        {
            if (frame.Id == holder)
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<Variable> All()
    {
        for (var frame = Frame; frame is not null; frame = frame.Holder)
        {
            foreach (var variable in frame.Variables ?? [])
            {
                yield return variable;
            }
        }
    }

    private static Dictionary<string, object?> Given(Frame held) =>
        held.Holds!.InputNames.ToDictionary(
            name => name,
            name => Scope.Find(held, name)?.Value,
            StringComparer.Ordinal
        );
}
