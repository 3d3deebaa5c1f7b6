using System.Text.Encodings.Web;
using System.Text.Json;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Webhooks.Reading.Keys;

namespace CaseFlow.Engine.Webhooks;

/// <summary>The JSON Schema of webhooks, from the tables that the reader itself checks files by.</summary>
public static class WebhookSchema
{
    public static string Json { get; } =
        SchemaWriter
            .Write(WebhookKeys.Section, "CaseFlow webhook", "What the deliveries of another system mean for cases.")
            .ToJsonString(
                new JsonSerializerOptions
                {
                    WriteIndented = true,
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            );
}
