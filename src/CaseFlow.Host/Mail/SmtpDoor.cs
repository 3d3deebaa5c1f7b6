using CaseFlow.Host.Workflows.Effects;
using MailKit;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CaseFlow.Host.Mail;

/// <summary>Hands e-mail to the server that it leaves by.</summary>
internal sealed class SmtpDoor(IOptions<SmtpOptions> options)
{
    private const int TimeoutMilliseconds = 20_000;

    // Who receives it has nobody to send a bounce to, so that no two programs answer each other (RFC 3834).
    private static readonly MailboxAddress nobody = new("", "");

    /// <summary>Why it will never be taken; null where it was. Throws where it may be taken another time.</summary>
    /// <param name="isAnswerable">Bounces may come back to its sender.</param>
    public async Task<string?> Send(MimeMessage message, bool isAnswerable, CancellationToken cancellation)
    {
        var smtp = options.Value;
        if (smtp.Host is "")
        {
            return "No server for e-mail is set: Mail:Smtp:Host.";
        }

        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        try
        {
            await client.ConnectAsync(smtp.Host, smtp.Port, smtp.Security, cancellation);
            if (smtp.User is not "")
            {
                await client.AuthenticateAsync(smtp.User, smtp.Password, cancellation);
            }

            await (
                isAnswerable
                    ? client.SendAsync(message, cancellation)
                    : client.SendAsync(message, nobody, [.. message.To.Mailboxes], cancellation)
            );
            await client.DisconnectAsync(quit: true, cancellation);
            return null;
        }
        catch (SmtpCommandException refused) when ((int)refused.StatusCode >= 500)
        {
            return refused.Message;
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
            throw new MailTrouble($"The server for e-mail failed: {failed.Message}", failed);
        }
    }
}
