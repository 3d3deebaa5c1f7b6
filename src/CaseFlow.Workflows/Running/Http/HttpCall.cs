using System.Globalization;
using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Http;

/// <summary>Sends a request and goes on with what came back, or with what was wrong.</summary>
/// <remarks>
/// The answer has <c>statusCode</c>, <c>headers</c>, <c>contentHeaders</c>, <c>content</c> and for a download <c>bytes</c>
/// and <c>fileName</c>; or <c>problem</c>: <c>connect</c> or <c>timeout</c>.
/// </remarks>
internal abstract class HttpCall : ActivityExecutor
{
    protected virtual bool IsDownload => false;

    protected virtual string ContentType => "contentType";

    public override void Execute(Frame frame)
    {
        if (frame.Text("url") is not { Length: > 0 } url)
        {
            throw new ActivityFailed("A request needs a 'url'.");
        }

        var id = frame.Run.NextId();
        frame.Run.Effects.Add(
            new WorkflowEffect.SendHttp(
                id,
                frame.Activity.Id,
                (frame.Text("method") ?? "GET").ToUpperInvariant(),
                url,
                frame.Input("content"),
                frame.Text(ContentType),
                frame.Text("authorization"),
                frame.Map("requestHeaders"),
                IsDownload
            )
        );
        frame.Run.Wait(frame, BookmarkKind.Answer, id);
    }

    public override void Resume(Frame frame, Answer answer)
    {
        switch (answer["problem"])
        {
            case "timeout":
                TimedOut(frame);
                return;
            case { }:
                NotConnected(frame);
                return;
        }

        Keep(frame, answer);
        Answered(frame, answer["statusCode"] is { } code ? Convert.ToInt32(code, CultureInfo.InvariantCulture) : 0);
    }

    protected virtual void Keep(Frame frame, Answer answer)
    {
        frame.SetOutput("statusCode", answer["statusCode"]);
        frame.SetOutput("parsedContent", answer["content"]);
        frame.SetOutput("responseHeaders", answer["headers"]);
        frame.SetOutput("result", answer.Value);
    }

    protected abstract void Answered(Frame frame, int statusCode);

    protected abstract void NotConnected(Frame frame);

    protected abstract void TimedOut(Frame frame);
}
