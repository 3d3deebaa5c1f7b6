using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Running.Compiled;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Running.Live;

/// <summary>What activities are given, and what they give.</summary>
internal sealed partial class InstanceRun
{
    private const int MostWarnings = 100;

    private FrameScope? scope;

    public List<string> Warnings { get; } = [];

    /// <summary>What activities gave in this burst, in order.</summary>
    public List<OutputRecord> Outputs { get; } = [];

    public object? LastResult { get; set; }

    public object?[] EvaluateInputs(Frame frame)
    {
        var inputs = frame.Activity.Inputs;
        var values = new object?[inputs.Length];
        for (var index = 0; index < values.Length; index++)
        {
            var input = inputs[index];
            values[index] = input.IsLate ? null : Evaluate(frame, input);
        }

        return values;
    }

    public object? Evaluate(Frame frame, CompiledInput input)
    {
        if (input.IsConstant)
        {
            if (input.Failure is { } failure)
            {
                Warn(frame, input.Name, failure);
            }

            return input.Constant;
        }

        try
        {
            return Evaluate(frame, input.Expression!, input.Type, input.Name);
        }
        catch (ExpressionFailed failed)
        {
            throw new ActivityFailed($"Failed to evaluate activity input '{WorkflowNames.Upper(input.Name)}'", failed);
        }
    }

    public bool Holds(Frame frame, WorkflowExpression? condition) =>
        condition is not null && Evaluate(frame, condition, DeclaredType.Boolean, "condition") is true;

    /// <summary>Gives a variable a value on behalf of an activity.</summary>
    public void Assign(Frame frame, Variable variable, object? value)
    {
        if (variable.Set(value) is { } failure)
        {
            Warn(frame, variable.Name, failure);
        }
    }

    /// <summary>Says that a value was taken for another one.</summary>
    public void Warn(Frame frame, string name, string failure)
    {
        if (Warnings.Count < MostWarnings)
        {
            Warnings.Add($"'{name}' of '{frame.Activity.Id}': {failure}");
        }
    }

    private object? Evaluate(Frame frame, WorkflowExpression expression, DeclaredType type, string name)
    {
        var converted = parts.Expressions.Evaluate(expression, ScopeOf(frame), type);
        if (converted.Failure is { } failure)
        {
            Warn(frame, name, failure);
        }

        return converted.Value ?? type.Default;
    }

    public ScriptRun RunScript(Frame frame, string script) => parts.Expressions.RunScript(script, ScopeOf(frame));

    /// <summary>Keeps what an activity gave, and brings it to where it is bound.</summary>
    public void SetOutput(Frame frame, string name, object? value)
    {
        Outputs.Add(new OutputRecord(frame.Holder?.Id ?? 0, frame.Activity, WorkflowNames.Upper(name), value));
        if (name == "result")
        {
            LastResult = value;
        }

        if (!frame.Activity.Node.Outputs.TryGetValue(name, out var binding))
        {
            return;
        }

        if (Scope.FindById(frame.Holder, binding.Target) is { } variable)
        {
            Assign(frame, variable, value);
        }
        else
        {
            SetWorkflowOutput(frame, binding.Target, value);
        }
    }

    /// <summary>Sets an output of the nearest workflow that declares it, else of the instance.</summary>
    public void SetWorkflowOutput(Frame frame, string name, object? value)
    {
        for (var holder = frame.Holder; holder is not null; holder = holder.Holder)
        {
            if (holder.Holds is { } held && held.Definition.Outputs.Any(output => output.Name == name))
            {
                Assign(frame, Scope.Find(holder, name)!, value);
                return;
            }
        }

        Output[name] = value;
    }

    private FrameScope ScopeOf(Frame frame)
    {
        scope ??= new FrameScope(this);
        scope.Frame = frame;
        return scope;
    }
}

/// <summary>What an activity gave.</summary>
/// <param name="Holder">The frame that held it.</param>
internal sealed record OutputRecord(int Holder, CompiledActivity Activity, string Name, object? Value);
