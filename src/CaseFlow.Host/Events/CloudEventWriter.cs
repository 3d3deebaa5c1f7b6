using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Events;

/// <summary>Writes events as CloudEvents 1.0 in JSON: the event as it is stored, with the case as it then was.</summary>
internal sealed class CloudEventWriter(IOptions<EventsOptions> options)
{
    public const string ContentType = "application/cloudevents+json; charset=utf-8";

    // Goes up when something in `data` changes its meaning; what is only added leaves it.
    private static readonly Uri Schema = new("https://caseflow.dev/schemas/case-event/1");

    private static readonly JsonEventFormatter Formatter = new();

    private readonly Uri source = new(options.Value.Source, UriKind.RelativeOrAbsolute);

    /// <summary>Names the event for ever, whoever tells it.</summary>
    public static string IdOf(CaseId about, int position) => $"{about.Value:N}.{position}";

    public byte[] Write(string id, string type, OutboxEvent happened, Case after, CaseProcess process)
    {
        var told = new CloudEvent(CloudEventsSpecVersion.V1_0)
        {
            Id = id,
            Type = type,
            Source = source,
            Subject = after.Id.ToString(),
            Time = happened.Event.At,
            DataContentType = "application/json",
            DataSchema = Schema,
            Data = Data(happened, after, process),
        };
        return Formatter.EncodeStructuredModeMessage(told, out _).ToArray();
    }

    private static JsonElement Data(OutboxEvent happened, Case after, CaseProcess process)
    {
        var bytes = JsonBytes.Write(
            (happened, after, process),
            static (json, what) =>
            {
                json.WriteStartObject();
                json.WriteNumber("position", what.happened.Position);
                json.WritePropertyName("event");
                json.WriteRawValue(what.happened.Json);
                json.WritePropertyName("case");
                CaseView.Write(json, what.after, what.process);
                json.WriteEndObject();
            }
        );
        using var parsed = JsonDocument.Parse(bytes);
        return parsed.RootElement.Clone();
    }
}
