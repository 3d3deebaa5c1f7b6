using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Http;

internal sealed class WriteFileHttpResponse : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        ValueMap headers = frame.Text("entityTag") is { Length: > 0 } tag ? new() { ["ETag"] = tag } : [];
        frame.Run.Effects.Add(
            new WorkflowEffect.WriteHttp(
                frame.Run.NextId(),
                frame.Activity.Id,
                StatusCode: 200,
                frame.Input("content"),
                frame.Text("contentType"),
                headers
            )
            {
                FileName = frame.Text("filename") ?? "file.bin",
            }
        );
        frame.Complete();
    }
}
