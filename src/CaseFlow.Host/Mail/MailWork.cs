using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Mail;
using CaseFlow.Engine.Processes;
using CaseFlow.Storage;

namespace CaseFlow.Host.Mail;

/// <summary>An e-mail that is worked on, with all that belongs to it.</summary>
/// <param name="Automatic">Why it counts as sent by a program; null where a person sent it.</param>
internal sealed record MailWork(
    InboundMailRow Row,
    Mailbox Mailbox,
    CaseProcess Process,
    IncomingMail Mail,
    string? Automatic
)
{
    /// <summary>In whose name cases are asked.</summary>
    public Actor By { get; } = new($"mailbox:{Mailbox.Name}", Role.Automation);

    /// <summary>A program sent it, and nobody who looked at it wants it taken as a person's.</summary>
    public bool IsAutomatic => Automatic is not null && !Row.IsAccepted;
}
