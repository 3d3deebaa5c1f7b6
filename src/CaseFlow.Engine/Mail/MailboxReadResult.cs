using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Mail;

/// <summary>A mailbox read from YAML: ready to take e-mail, or broken with every problem found, not only the first.</summary>
public abstract record MailboxReadResult
{
    private MailboxReadResult() { }

    public sealed record Ready(Mailbox Mailbox) : MailboxReadResult;

    /// <summary>In the order of their places in the file.</summary>
    public sealed record Broken(ImmutableArray<Problem> Problems) : MailboxReadResult;
}
