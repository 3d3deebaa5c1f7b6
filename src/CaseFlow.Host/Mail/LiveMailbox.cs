using CaseFlow.Engine.Mail;

namespace CaseFlow.Host.Mail;

/// <summary>A mailbox that takes e-mail.</summary>
/// <param name="File">The name of its file.</param>
internal sealed record LiveMailbox(Mailbox Mailbox, string File);
