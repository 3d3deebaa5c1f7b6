using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Webhooks;

namespace CaseFlow.Engine.Mail;

/// <summary>An address that cases are opened from, and what its e-mail means for cases of one process.</summary>
public sealed record Mailbox
{
    public required string Name { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>Names this text of the definition.</summary>
    public required string Hash { get; init; }

    /// <summary>The key of the process that its cases run by.</summary>
    public required string Process { get; init; }

    /// <summary>Its addresses, in lower case; answers are from the first.</summary>
    public required ImmutableArray<string> Addresses { get; init; }

    /// <summary>What its cases are filled with.</summary>
    public ImmutableArray<HookField> Fields { get; init; } = [];

    public UnknownSenders UnknownSenders { get; init; }

    /// <summary>Only customers with an entitlement that holds open cases.</summary>
    public bool RequiresEntitlement { get; init; }

    /// <summary>
    /// How long after a case was resolved or cancelled a reply still belongs to it; later it opens another one. Null for
    /// ever. Whether the reply takes the case up again, the process says.
    /// </summary>
    public TimeSpan? ReplyWithin { get; init; }

    /// <summary>What is answered when a case is opened; null for nothing.</summary>
    public AutoReply? AutoReply { get; init; }

    public required AttachmentLimits Attachments { get; init; }

    public required SenderLimit SenderLimit { get; init; }

    /// <summary>Where its e-mail is fetched; null where it is posted.</summary>
    public ImapSource? Imap { get; init; }

    public override string ToString() => $"{Name} {Hash}";
}

/// <summary>What becomes of e-mail from somebody who is no customer.</summary>
public enum UnknownSenders
{
    /// <summary>Kept until somebody decides.</summary>
    Review,

    /// <summary>The sender becomes a contact.</summary>
    Create,

    Refuse,
}

/// <summary>What is sent back for a new case.</summary>
public sealed record AutoReply(HookText Subject, HookText Text);

/// <summary>What is kept of the files of one e-mail. The e-mail itself is kept whole.</summary>
public sealed record AttachmentLimits(int MostFiles, int MostBytes);

/// <summary>More than so many e-mails of one sender within a time are a loop.</summary>
public sealed record SenderLimit(int Most, TimeSpan Within);

/// <summary>A folder on a server that e-mail is fetched from.</summary>
/// <param name="Password">The name of the secret.</param>
/// <param name="MoveTo">The folder that what was fetched is moved to; null where it is marked as seen.</param>
/// <param name="Line">Where the secret is named in the file.</param>
public sealed record ImapSource(
    string Host,
    int Port,
    ImapSecurity Security,
    string User,
    string Password,
    string Folder,
    string? MoveTo,
    TimeSpan Every,
    int Line,
    int Column
);

/// <summary>How the connection is kept from others.</summary>
public enum ImapSecurity
{
    Tls,
    StartTls,
    None,
}
