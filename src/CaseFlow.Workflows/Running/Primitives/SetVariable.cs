using CaseFlow.Workflows.Definitions.Checks;
using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Primitives;

internal sealed class SetVariable : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        var id = frame.Activity.Node.Document["variable"] is { } written ? BindingCheck.VariableId(written) : null;
        var variable =
            (id is null ? null : Scope.FindById(frame, id)) ?? throw new ActivityFailed($"Variable '{id}' not found.");
        frame.Run.Assign(frame, variable, frame.Input("value"));
        frame.Complete();
    }
}
