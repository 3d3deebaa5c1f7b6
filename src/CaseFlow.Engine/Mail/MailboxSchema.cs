using System.Text.Encodings.Web;
using System.Text.Json;
using CaseFlow.Engine.Mail.Reading;
using CaseFlow.Engine.Processes.Reading;

namespace CaseFlow.Engine.Mail;

/// <summary>The JSON Schema of mailboxes, from the tables that the reader itself checks files by.</summary>
public static class MailboxSchema
{
    public static string Json { get; } =
        SchemaWriter
            .Write(MailboxKeys.Section, "CaseFlow mailbox", "What the e-mail to an address means for cases.")
            .ToJsonString(
                new JsonSerializerOptions
                {
                    WriteIndented = true,
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            );
}
