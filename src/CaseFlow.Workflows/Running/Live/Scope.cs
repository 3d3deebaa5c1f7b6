using CaseFlow.Workflows.Running.Compiled;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Running.Live;

/// <summary>The variables that an activity sees: its own, then those of what holds it.</summary>
internal static class Scope
{
    public const string CurrentValue = "CurrentValue";
    public const string CurrentIndex = "CurrentIndex";

    /// <summary>Makes the variables that an activity declares, and those of the round of a loop.</summary>
    public static void Declare(Frame frame, LoopItem? item)
    {
        foreach (var declared in frame.Activity.Variables)
        {
            Add(frame, new Variable(declared.Id, declared.Name, declared.Type, declared.Default, declared.IsKept));
        }

        if (item is null)
        {
            return;
        }

        Add(frame, Made(item.Name, item.Value));
        if (item.Index is { } index)
        {
            Add(frame, Made(CurrentIndex, index));
        }
    }

    /// <summary>Makes the variables of a workflow that the frame runs as an activity; its inputs and outputs are such too.</summary>
    public static void DeclareHeld(Frame frame, CompiledWorkflow held)
    {
        foreach (var declared in held.Definition.Variables)
        {
            Add(frame, new Variable(declared.Id, declared.Name, declared.Type, declared.Default, declared.IsKept));
        }

        foreach (var input in held.Definition.Inputs)
        {
            Add(frame, new Variable(input.Name, input.Name, input.Type, input.Type.Default, isKept: true));
        }

        foreach (var output in held.Definition.Outputs.Where(output => Own(frame, output.Name) is null))
        {
            Add(frame, new Variable(output.Name, output.Name, output.Type, output.Type.Default, isKept: true));
        }
    }

    public static Variable? Find(Frame? frame, string name)
    {
        for (; frame is not null; frame = frame.Holder)
        {
            if (Own(frame, name) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    public static Variable? FindById(Frame? frame, string id)
    {
        for (; frame is not null; frame = frame.Holder)
        {
            foreach (var variable in frame.Variables ?? [])
            {
                if (variable.Id == id)
                {
                    return variable;
                }
            }
        }

        return null;
    }

    /// <summary>Sets the nearest variable of the name, or makes one in the nearest container.</summary>
    public static void Set(Frame frame, string name, object? value)
    {
        if (Find(frame, name) is { } known)
        {
            frame.Run.Assign(frame, known, value);
            return;
        }

        var container = frame;
        while (container is { Holder: { } holder, Holds: null } && container.Activity.Descriptor?.IsContainer != true)
        {
            container = holder;
        }

        Add(container, new Variable(name, name, DeclaredType.Object, value, isKept: false));
    }

    public static void Add(Frame frame, Variable variable) => (frame.Variables ??= []).Add(variable);

    private static Variable Made(string name, object? value) =>
        new(name, name, DeclaredType.Object, value, isKept: true);

    private static Variable? Own(Frame frame, string name)
    {
        foreach (var variable in frame.Variables ?? [])
        {
            if (variable.Name == name)
            {
                return variable;
            }
        }

        return null;
    }
}
