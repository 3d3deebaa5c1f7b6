using System.Security.Cryptography;
using CaseFlow.Engine.Mail;
using CaseFlow.Storage;

namespace CaseFlow.Host.Mail;

/// <summary>Keeps e-mail as it comes, whatever it is: when this returns, it is durable. What it means is found out later.</summary>
internal sealed class MailIntake(InboundMails mails, MailBell bell, TimeProvider time)
{
    private const int MostOfKey = 400;

    /// <summary>The id of the e-mail, or of the same one that came before.</summary>
    /// <param name="size">How large it is; more than the content where only its beginning is known.</param>
    public async Task<Guid> Keep(Mailbox mailbox, byte[] content, long size, CancellationToken cancellation)
    {
        var (id, isNew) = await mails.Keep(await RowOf(mailbox, content, size, cancellation), content, cancellation);
        if (isNew)
        {
            bell.LookSoon();
        }

        return id;
    }

    private async Task<InboundMailRow> RowOf(Mailbox mailbox, byte[] content, long size, CancellationToken cancellation)
    {
        var at = time.GetUtcNow();
        var read = await MailParser.Read(content, cancellation);
        var key = read?.Mail.MessageId is { Length: <= MostOfKey } id
            ? id
            : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";
        return new InboundMailRow
        {
            Id = Guid.CreateVersion7(at),
            Mailbox = mailbox.Name,
            Key = key,
            // Of one thread, one after the other, also where it came to several mailboxes.
            Lane = read?.Mail.Answers is [.., { Length: <= MostOfKey } root] ? root : key,
            ReceivedAt = at,
            Sender = read?.Mail.Sender ?? "",
            Subject = read?.Mail.Subject ?? "",
            Size = (int)Math.Min(size, int.MaxValue),
            Files = MailJson.Write(
                read is null ? [] : await MailParser.List(read.Files, mailbox.Attachments, cancellation)
            ),
            State = InboundMailRow.Waiting,
            DueAt = at,
        };
    }
}
