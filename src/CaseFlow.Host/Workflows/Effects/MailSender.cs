using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Running.State;
using MailKit;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CaseFlow.Host.Workflows.Effects;

/// <summary>Hands the e-mail of workflows to the server for it. Its Message-ID is made of the effect's, so that a repeated one is known.</summary>
internal sealed class MailSender(IOptions<SmtpOptions> options)
{
    private const int TimeoutMilliseconds = 20_000;

    public async Task<EffectAnswer> Send(WorkflowEffect.SendEmail asked)
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

        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        try
        {
            await client.ConnectAsync(smtp.Host, smtp.Port, smtp.Security);
            if (smtp.User is not "")
            {
                await client.AuthenticateAsync(smtp.User, smtp.Password);
            }

            await client.SendAsync(message);
            await client.DisconnectAsync(quit: true);
            return EffectAnswer.Of(new ValueMap { ["messageId"] = message.MessageId });
        }
        catch (SmtpCommandException refused) when ((int)refused.StatusCode >= 500)
        {
            return Problem(refused.Message);
        }
        catch (Exception failed)
            when (failed
                    is SmtpCommandException
                        or ProtocolException
                        or IOException
                        or System.Net.Sockets.SocketException
                        or TimeoutException
            )
        {
            throw new TryLater($"The server for e-mail failed: {failed.Message}", failed);
        }
    }

    private static MimeMessage Message(WorkflowEffect.SendEmail asked, SmtpOptions smtp)
    {
        var message = new MimeMessage
        {
            Subject = asked.Subject ?? "",
            MessageId = $"{asked.Id.Replace(':', '.')}@caseflow",
        };
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

    private static IEnumerable<Dictionary<string, object?>> Files(object? attachments) =>
        attachments switch
        {
            IList<object?> list => list.SelectMany(Files),
            Dictionary<string, object?> file when file.GetValueOrDefault("bytes") is byte[] => [file],
            _ => [],
        };

    private static EffectAnswer Problem(string why) => EffectAnswer.Of(new ValueMap { ["problem"] = why });
}
