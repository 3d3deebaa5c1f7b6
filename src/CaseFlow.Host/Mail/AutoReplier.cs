using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Mail;
using CaseFlow.Storage;
using MimeKit;

namespace CaseFlow.Host.Mail;

/// <summary>Tells who opened a case by e-mail that it is there. Its Message-ID is made of the e-mail's, so that a repeated one is known.</summary>
internal sealed class AutoReplier(SmtpDoor door, MailThreads threads, TimeProvider time)
{
    private const string Everything = "All";

    /// <summary>Why the answer will never be sent; null where it was. Throws where it may be sent another time.</summary>
    public async Task<string?> Answer(MailWork work, AutoReply reply, Case opened, CancellationToken cancellation)
    {
        MimeMessage message;
        var id = $"{work.Row.Id}.answer@caseflow";
        try
        {
            message = Message(work, reply, opened, id);
        }
        catch (Exception wrong) when (wrong is ParseException or FormatException or ArgumentException)
        {
            return $"The answer cannot be written: {wrong.Message}";
        }

        await threads.Remember(id, opened.Id.Value, time.GetUtcNow(), cancellation);
        return await door.Send(message, isAnswerable: false, cancellation);
    }

    private static MimeMessage Message(MailWork work, AutoReply reply, Case opened, string id)
    {
        var facts = MailScope.Facts(work.Mail, work.Row.ReceivedAt, opened.Ticket, opened.Title);
        var message = new MimeMessage
        {
            Subject = (reply.Subject.Text(facts) ?? opened.Ticket).ReplaceLineEndings(" ").Trim(),
            MessageId = id,
            Body = new TextPart("plain") { Text = reply.Text.Text(facts) ?? "" },
        };
        message.From.Add(new MailboxAddress(work.Mailbox.Title.Text, work.Mailbox.Addresses[0]));
        message.To.Add(new MailboxAddress(work.Mail.SenderName ?? "", work.Mail.Sender));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-replied");
        message.Headers.Add("X-Auto-Response-Suppress", Everything);
        if (work.Mail.MessageId is { } answered)
        {
            message.InReplyTo = answered;
            message.References.Add(answered);
        }

        return message;
    }
}
