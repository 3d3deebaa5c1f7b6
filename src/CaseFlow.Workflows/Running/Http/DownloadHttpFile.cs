using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Http;

internal sealed class DownloadHttpFile : FlowSendHttpRequest
{
    protected override bool IsDownload => true;

    protected override string ContentType => "requestContentType";

    protected override void Keep(Frame frame, Answer answer)
    {
        frame.SetOutput("response", answer.Value);
        frame.SetOutput("statusCode", answer["statusCode"]);
        frame.SetOutput("responseContentStream", answer["bytes"]);
        frame.SetOutput("responseContentBytes", answer["bytes"]);
        frame.SetOutput("responseHeaders", answer["headers"]);
        frame.SetOutput("responseContentHeaders", answer["contentHeaders"]);
        frame.SetOutput(
            "result",
            new ValueMap
            {
                ["fileName"] = answer["fileName"],
                ["contentType"] = answer["contentType"],
                ["bytes"] = answer["bytes"],
            }
        );
    }
}
