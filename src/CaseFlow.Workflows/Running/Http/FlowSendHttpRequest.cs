using System.Globalization;
using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Http;

/// <summary>Goes the way of the status that came back.</summary>
internal class FlowSendHttpRequest : HttpCall
{
    protected override void Answered(Frame frame, int statusCode)
    {
        var expected = frame.Input("expectedStatusCodes") as IList<object?> ?? [];
        var outcome = expected.Contains(statusCode)
            ? statusCode.ToString(CultureInfo.InvariantCulture)
            : "Unmatched status code";
        frame.Complete(outcome, "Done");
    }

    protected override void NotConnected(Frame frame) => frame.Complete("Failed to connect");

    protected override void TimedOut(Frame frame) => frame.Complete("Timeout");
}
