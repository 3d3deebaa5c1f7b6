using System.Globalization;
using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Http;

/// <summary>Runs the activity of the status that came back.</summary>
internal sealed class SendHttpRequest : HttpCall
{
    protected override void Answered(Frame frame, int statusCode)
    {
        var expected = frame.Activity.Cases;
        var written = statusCode.ToString(CultureInfo.InvariantCulture);
        var matching = expected.FirstOrDefault(one => one.Label == written);
        if (expected is [] || matching is { Activity: null })
        {
            frame.Complete();
        }
        else if (matching is { Activity: { } activity })
        {
            frame.Schedule(activity);
        }
        else
        {
            Run(frame, "unmatchedStatusCode");
        }
    }

    protected override void NotConnected(Frame frame) => Run(frame, "failedToConnect");

    protected override void TimedOut(Frame frame) => Run(frame, "timeout");

    private static void Run(Frame frame, string port)
    {
        if (frame.Activity.Port(port) is { } activity)
        {
            frame.Schedule(activity);
        }
        else
        {
            frame.Complete();
        }
    }
}
