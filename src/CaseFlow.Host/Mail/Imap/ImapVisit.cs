using CaseFlow.Engine.Mail;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Mail.Imap;

/// <summary>
/// Looks into a folder on a server once and keeps what is unseen there. A message is marked or moved only when it is
/// durable; whatever happens in between, it is found again, and known.
/// </summary>
internal sealed class ImapVisit(MailIntake intake, IOptions<MailboxOptions> options)
{
    private const int TimeoutMilliseconds = 30_000;
    private const int MostAtOnce = 100;

    /// <returns>Whether there may be more.</returns>
    public async Task<bool> Fetch(Mailbox mailbox, ImapSource source, string password, CancellationToken cancellation)
    {
        using var client = new ImapClient { Timeout = TimeoutMilliseconds };
        await client.ConnectAsync(source.Host, source.Port, SecurityOf(source.Security), cancellation);
        await client.AuthenticateAsync(source.User, password, cancellation);
        var folder = await client.GetFolderAsync(source.Folder, cancellation);
        await folder.OpenAsync(FolderAccess.ReadWrite, cancellation);
        var target = source.MoveTo is { } name ? await client.GetFolderAsync(name, cancellation) : null;

        var unseen = await folder.SearchAsync(SearchQuery.NotSeen, cancellation);
        UniqueId[] next = [.. unseen.Take(MostAtOnce)];
        ImapCommandException? refused = null;
        foreach (var message in await Summaries(folder, next, cancellation))
        {
            try
            {
                await Take(mailbox, folder, message, target, cancellation);
            }
            catch (ImapCommandException failed)
            {
                refused = failed; // those behind it need not wait for it
            }
            catch (MessageNotFoundException)
            {
                // Somebody moved it meanwhile, another host perhaps.
            }
        }

        await client.DisconnectAsync(quit: true, cancellation);
        return refused is null ? unseen.Count > next.Length : throw refused;
    }

    private async Task Take(
        Mailbox mailbox,
        IMailFolder folder,
        IMessageSummary message,
        IMailFolder? target,
        CancellationToken cancellation
    )
    {
        await Keep(mailbox, folder, message, cancellation);
        await folder.AddFlagsAsync(message.UniqueId, MessageFlags.Seen, silent: true, cancellation);
        if (target is not null)
        {
            await folder.MoveToAsync(message.UniqueId, target, cancellation);
        }
    }

    private static async Task<IList<IMessageSummary>> Summaries(
        IMailFolder folder,
        UniqueId[] ids,
        CancellationToken cancellation
    ) =>
        ids is []
            ? []
            : await folder.FetchAsync(ids, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, cancellation);

    private async Task Keep(
        Mailbox mailbox,
        IMailFolder folder,
        IMessageSummary message,
        CancellationToken cancellation
    )
    {
        // Of a message that is too large its headers are kept, so that somebody learns of it; it stays on the server.
        var isWhole = (message.Size ?? 0) <= options.Value.MaxBytes;
        await using var stream = isWhole
            ? await folder.GetStreamAsync(message.UniqueId, "", cancellation)
            : await folder.GetStreamAsync(message.UniqueId, "HEADER", cancellation);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellation);
        var size = isWhole ? content.Length : Math.Max(content.Length, message.Size ?? 0);
        await intake.Keep(mailbox, content.ToArray(), size, cancellation);
    }

    private static SecureSocketOptions SecurityOf(ImapSecurity security) =>
        security switch
        {
            ImapSecurity.Tls => SecureSocketOptions.SslOnConnect,
            ImapSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };
}
