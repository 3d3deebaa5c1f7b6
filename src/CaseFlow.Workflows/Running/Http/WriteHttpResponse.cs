using System.Globalization;
using System.Net;
using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Http;

internal sealed class WriteHttpResponse : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        frame.Run.Effects.Add(
            new WorkflowEffect.WriteHttp(
                frame.Run.NextId(),
                frame.Activity.Id,
                StatusCode(frame.Text("statusCode")),
                frame.Input("content"),
                frame.Text("contentType"),
                frame.Map("responseHeaders")
            )
        );
        frame.Complete();
    }

    // A number, or the name of one: Created.
    private static int StatusCode(string? written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is >= 100 and <= 599
            ? number
        : Enum.TryParse<HttpStatusCode>(written, ignoreCase: true, out var named) && Enum.IsDefined(named) ? (int)named
        : throw new ActivityFailed($"'{written}' is no status of HTTP.");
}
