using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Running.Compiled;
using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Composition;

/// <summary>A workflow as an activity of another: it runs in the same instance, with its inputs and outputs as variables.</summary>
internal sealed class WorkflowActivity : ActivityExecutor
{
    public override bool IsWorkflow => true;

    public override void Execute(Frame frame)
    {
        var node = frame.Activity.Node;
        var held =
            frame.Run.Parts.Find(node.Workflow?.VersionId, node.Workflow?.DefinitionId, node.Type)
            ?? throw new ActivityFailed($"There is no workflow '{node.Type}' that could run here.");
        if (Nesting(frame) > frame.Run.Parts.Settings.Nesting)
        {
            throw new ActivityFailed(
                $"Workflows hold each other more than {frame.Run.Parts.Settings.Nesting} levels deep; '{node.Type}' most likely holds itself."
            );
        }

        frame.Holds = held;
        Scope.DeclareHeld(frame, held);
        foreach (var input in held.Definition.Inputs)
        {
            if (Given(frame, input.Name) is { Found: true } given)
            {
                frame.Run.Assign(frame, Scope.Find(frame, input.Name)!, given.Value);
            }
        }

        frame.Schedule(held.Shell.Activities[0]);
    }

    public override void Ending(Frame frame)
    {
        foreach (var output in frame.Holds?.Definition.Outputs ?? [])
        {
            frame.SetOutput(MemberOf(output.Name), Scope.Find(frame, output.Name)?.Value);
        }
    }

    private static (bool Found, object? Value) Given(Frame frame, string name)
    {
        var member = frame.Activity.InputIndex(MemberOf(name)) >= 0 ? MemberOf(name) : "_" + MemberOf(name);
        var index = frame.Activity.InputIndex(member);
        return index < 0 ? (false, null) : (true, frame.Input(member));
    }

    private static string MemberOf(string name) => WorkflowNames.Camel(name);

    private static int Nesting(Frame frame)
    {
        var depth = 0;
        for (var holder = frame.Holder; holder is not null; holder = holder.Holder)
        {
            depth += holder.Holds is CompiledWorkflow ? 1 : 0;
        }

        return depth;
    }
}
