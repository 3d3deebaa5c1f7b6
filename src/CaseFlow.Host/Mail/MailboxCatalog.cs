using CaseFlow.Engine.Mail;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Host.Mail;

/// <summary>The mailboxes that take e-mail now, and what is wrong with the files as they are saved.</summary>
internal sealed class MailboxCatalog(MailSecrets secrets)
{
    private Contents now = new([], [], []);

    public ImmutableArray<LiveMailbox> All => Volatile.Read(ref now).Mailboxes;

    /// <summary>What is wrong with files; the version before goes on where there is one.</summary>
    public ImmutableArray<Problem> Problems => Volatile.Read(ref now).Problems;

    /// <summary>The addresses of all mailboxes, in lower case: what comes from them is ours.</summary>
    public ImmutableHashSet<string> Addresses => Volatile.Read(ref now).Addresses;

    /// <summary>The secrets that mailboxes name and the settings lack: nothing is fetched there until they are set.</summary>
    public IEnumerable<Problem> MissingSecrets =>
        from mailbox in All
        let imap = mailbox.Mailbox.Imap
        where imap is not null && secrets.Find(imap.Password) is null
        select new Problem(
            mailbox.File,
            imap.Line,
            imap.Column,
            ProblemCodes.MailboxSecret,
            // Anybody may read it there, and somebody may have written the secret where its name belongs.
            "the settings lack the secret that is named here, so nothing is fetched; set Mail:Secrets:<name>"
        );

    public Mailbox? Find(string name) => All.FirstOrDefault(one => one.Mailbox.Name == name)?.Mailbox;

    public void Replace(ImmutableArray<LiveMailbox> mailboxes, ImmutableArray<Problem> problems) =>
        Volatile.Write(ref now, new(mailboxes, problems, [.. mailboxes.SelectMany(one => one.Mailbox.Addresses)]));

    private sealed record Contents(
        ImmutableArray<LiveMailbox> Mailboxes,
        ImmutableArray<Problem> Problems,
        ImmutableHashSet<string> Addresses
    );
}
