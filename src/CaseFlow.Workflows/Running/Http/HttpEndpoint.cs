using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Running.Http;

internal sealed class HttpEndpoint : TriggerExecutor
{
    private static readonly ImmutableArray<string> outputs =
    [
        "parsedContent",
        "files",
        "routeData",
        "queryStringData",
        "headers",
    ];

    public override Stimulus Wanted(Frame frame) =>
        new(BookmarkKind.Http, (frame.Text("path") ?? "").Trim('/'))
        {
            Details = new ValueMap
            {
                ["methods"] =
                    (List<object?>)
                        [.. frame.Texts("supportedMethods").Select(method => (object?)method.ToUpperInvariant())],
                ["authorize"] = frame.Flag("authorize"),
                ["policy"] = frame.Text("policy"),
                ["requestTimeout"] = frame.Input("requestTimeout") is TimeSpan { Ticks: > 0 } timeout ? timeout : null,
                ["requestSizeLimit"] = Limit(frame, "requestSizeLimit"),
                ["fileSizeLimit"] = Limit(frame, "fileSizeLimit"),
                ["allowedFileExtensions"] = frame.Input("allowedFileExtensions"),
                ["blockedFileExtensions"] = frame.Input("blockedFileExtensions"),
                ["allowedMimeTypes"] = frame.Input("allowedMimeTypes"),
                ["exposed"] = Exposed(frame),
            },
        };

    /// <summary>The answer is the request; one that was not let in says so by an <c>outcome</c>.</summary>
    protected override void Happened(Frame frame, object? answer)
    {
        var request = answer as IDictionary<string, object?>;
        frame.SetOutput("result", answer);
        foreach (var name in outputs)
        {
            frame.SetOutput(name, Member(request, name));
        }

        frame.SetOutput("file", Member(request, "files") is IList<object?> and [var first, ..] ? first : null);
        if (Member(request, "outcome") is { } outcome)
        {
            frame.Complete(ValueText.Of(outcome));
        }
        else
        {
            frame.Complete();
        }
    }

    private static long? Limit(Frame frame, string name) =>
        frame.Input(name) is long and > 0 and var limit ? limit : null;

    private static List<object?> Exposed(Frame frame)
    {
        var document = frame.Activity.Node.Document;
        (string Setting, string Outcome)[] possible =
        [
            ("exposeRequestTooLargeOutcome", "Request too large"),
            ("exposeFileTooLargeOutcome", "File too large"),
            ("exposeInvalidFileExtensionOutcome", "Invalid file extension"),
            ("exposeInvalidFileMimeTypeOutcome", "Invalid file MIME type"),
        ];
        return
        [
            .. possible.Where(one => Documents.DocumentValues.Flag(document[one.Setting])).Select(one => one.Outcome),
        ];
    }

    private static object? Member(IDictionary<string, object?>? request, string name) =>
        request is not null && request.TryGetValue(name, out var value) ? value : null;
}
