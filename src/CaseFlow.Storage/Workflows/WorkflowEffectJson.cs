using System.Globalization;
using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Running.State;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Storage;

/// <summary>Effects as they are kept. The kinds and the names of members are stored for ever.</summary>
internal static class WorkflowEffectJson
{
    public static (string Kind, string Body)? Write(WorkflowEffect effect) =>
        effect switch
        {
            WorkflowEffect.PublishEvent one => (
                "publish-event",
                Write(
                    one,
                    ("name", one.Name),
                    ("correlationId", one.CorrelationId),
                    ("isLocal", one.IsLocal),
                    ("payload", one.Payload)
                )
            ),
            WorkflowEffect.SendHttp one => (
                "send-http",
                Write(
                    one,
                    ("method", one.Method),
                    ("url", one.Url),
                    ("content", one.Content),
                    ("contentType", one.ContentType),
                    ("authorization", one.Authorization),
                    ("headers", new ValueMap(one.Headers)),
                    ("isDownload", one.IsDownload)
                )
            ),
            WorkflowEffect.SendEmail one => (
                "send-email",
                Write(
                    one,
                    ("from", one.From),
                    ("to", List(one.To)),
                    ("cc", List(one.Cc)),
                    ("bcc", List(one.Bcc)),
                    ("subject", one.Subject),
                    ("body", one.Body),
                    ("attachments", one.Attachments)
                )
            ),
            WorkflowEffect.StartWorkflow one => (
                "start-workflow",
                Write(
                    one,
                    ("definition", one.DefinitionId),
                    ("correlationId", one.CorrelationId),
                    ("input", new ValueMap(one.Input)),
                    ("isInline", one.IsInline),
                    ("isAwaited", one.IsAwaited)
                )
            ),
            WorkflowEffect.CaseWork one => (
                "case",
                Write(one, ("verb", one.Verb.ToString()), ("case", one.CaseId), ("body", new ValueMap(one.Body)))
            ),
            _ => null, // a task waits for whoever looks for it, and a request is answered by who holds it
        };

    public static WorkflowEffect Read(string id, string kind, string body)
    {
        var of = (IDictionary<string, object?>)StateJson.Read(body)!;
        var activity = Text(of, "activity")!;
        return kind switch
        {
            "publish-event" => new WorkflowEffect.PublishEvent(
                id,
                activity,
                Text(of, "name")!,
                Text(of, "correlationId"),
                Flag(of, "isLocal"),
                of.GetValue("payload")
            ),
            "send-http" => new WorkflowEffect.SendHttp(
                id,
                activity,
                Text(of, "method")!,
                Text(of, "url")!,
                of.GetValue("content"),
                Text(of, "contentType"),
                Text(of, "authorization"),
                Map(of, "headers"),
                Flag(of, "isDownload")
            ),
            "send-email" => new WorkflowEffect.SendEmail(
                id,
                activity,
                Text(of, "from"),
                Texts(of, "to"),
                Texts(of, "cc"),
                Texts(of, "bcc"),
                Text(of, "subject"),
                Text(of, "body"),
                of.GetValue("attachments")
            ),
            "start-workflow" => new WorkflowEffect.StartWorkflow(
                id,
                activity,
                Text(of, "definition")!,
                Text(of, "correlationId"),
                Map(of, "input"),
                Flag(of, "isInline"),
                Flag(of, "isAwaited")
            ),
            "case" => new WorkflowEffect.CaseWork(
                id,
                activity,
                Enum.Parse<CaseVerb>(Text(of, "verb")!),
                Text(of, "case"),
                Map(of, "body")
            ),
            _ => throw new FormatException($"There is no kind of effect '{kind}'."),
        };
    }

    private static string Write(WorkflowEffect effect, params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var of = new ValueMap { ["activity"] = effect.ActivityId };
        foreach (var (name, value) in members)
        {
            if (value is not (null or false))
            {
                of[name] = value;
            }
        }

        return StateJson.Write(of);
    }

    private static List<object?> List(ImmutableArray<string> texts) => [.. texts];

    private static object? GetValue(this IDictionary<string, object?> of, string name) =>
        of.TryGetValue(name, out var value) ? value : null;

    private static string? Text(IDictionary<string, object?> of, string name) =>
        Convert.ToString(of.GetValue(name), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text
        : of.ContainsKey(name) ? ""
        : null;

    private static bool Flag(IDictionary<string, object?> of, string name) => of.GetValue(name) is true;

    private static ImmutableArray<string> Texts(IDictionary<string, object?> of, string name) =>
        of.GetValue(name) is IList<object?> list ? [.. list.OfType<string>()] : [];

    private static ValueMap Map(IDictionary<string, object?> of, string name) =>
        of.GetValue(name) is IDictionary<string, object?> members ? new ValueMap(members) : [];
}
