using CaseFlow.Host.Mail;
using CaseFlow.Storage;
using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Running.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CaseFlow.Host.Workflows.Effects;

/// <summary>
/// Hands the e-mail of workflows to the server for it. Its Message-ID is made of the effect's, so that a repeated one is
/// known, and what answers it finds the case that the instance is about.
/// </summary>
internal sealed class MailSender(
    SmtpDoor door,
    MailThreads threads,
    IDbContextFactory<CaseFlowDb> databases,
    IOptions<SmtpOptions> options,
    TimeProvider time
)
{
    /// <param name="instance">Which instance wants it sent.</param>
    public async Task<EffectAnswer> Send(WorkflowEffect.SendEmail asked, string instance)
    {
        var smtp = options.Value;
        if (smtp.Host is "")
        {
            return Problem("No server for e-mail is set: Mail:Smtp:Host.");
        }

        MimeMessage message;
        try
        {
            message = Message(asked, smtp);
        }
        catch (Exception wrong) when (wrong is ParseException or FormatException or ArgumentException)
        {
            return Problem($"The e-mail cannot be written: {wrong.Message}");
        }

        await RememberCase(IdOf(asked), instance);
        return await door.Send(message, isAnswerable: true, CancellationToken.None) is { } problem
            ? Problem(problem)
            : EffectAnswer.Of(new ValueMap { ["messageId"] = message.MessageId });
    }

    // Before it is sent: an answer may be quicker than whatever is written down after it.
    private async Task RememberCase(string messageId, string instance)
    {
        await using var db = await databases.CreateDbContextAsync();
        var about = await db
            .WorkflowInstances.AsNoTracking()
            .Where(row => row.Id == instance)
            .Select(row => row.CorrelationId)
            .SingleOrDefaultAsync();
        if (Guid.TryParse(about, out var id) && await db.Cases.AnyAsync(row => row.Id == id))
        {
            await threads.Remember(messageId, id, time.GetUtcNow(), CancellationToken.None);
        }
    }

    private static MimeMessage Message(WorkflowEffect.SendEmail asked, SmtpOptions smtp)
    {
        var message = new MimeMessage { Subject = asked.Subject ?? "", MessageId = IdOf(asked) };
        message.From.Add(MailboxAddress.Parse(asked.From is { Length: > 0 } from ? from : smtp.From));
        message.To.AddRange(asked.To.Select(MailboxAddress.Parse));
        message.Cc.AddRange(asked.Cc.Select(MailboxAddress.Parse));
        message.Bcc.AddRange(asked.Bcc.Select(MailboxAddress.Parse));
        var body = new BodyBuilder();
        var text = asked.Body ?? "";
        _ = text.TrimStart().StartsWith('<') ? body.HtmlBody = text : body.TextBody = text;
        foreach (var file in Files(asked.Attachments))
        {
            body.Attachments.Add(file.GetValueOrDefault("fileName") as string ?? "file", (byte[])file["bytes"]!);
        }

        message.Body = body.ToMessageBody();
        return message;
    }

    private static string IdOf(WorkflowEffect.SendEmail asked) => $"{asked.Id.Replace(':', '.')}@caseflow";

    private static IEnumerable<Dictionary<string, object?>> Files(object? attachments) =>
        attachments switch
        {
            IList<object?> list => list.SelectMany(Files),
            Dictionary<string, object?> file when file.GetValueOrDefault("bytes") is byte[] => [file],
            _ => [],
        };

    private static EffectAnswer Problem(string why) => EffectAnswer.Of(new ValueMap { ["problem"] = why });
}
