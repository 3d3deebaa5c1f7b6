using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Webhooks.Reading.Keys;

namespace CaseFlow.Engine.Mail.Reading;

/// <summary>The keys of a mailbox. Start here: each key leads to the table of what stands behind it.</summary>
internal static class MailboxKeys
{
    private static readonly Shape.Text EmailAddress = new()
    {
        Pattern = "^[^\\s@<>,;]+@[^\\s@<>,;]+$",
        Form = "an e-mail address, such as support@example.com",
        Code = ProblemCodes.MailboxAddress,
        Most = 200,
    };

    public static readonly Key Mailbox = new(
        "mailbox",
        Shape.Name,
        "The name of the mailbox. The file repeats it: support stands in support.mailbox.yaml."
    )
    {
        Required = true,
    };

    public static readonly Key Title = new("title", new Shape.Label(), "What people call the mailbox.");

    public static readonly Key Process = new("process", Shape.Reference, "The process that its cases run by.")
    {
        Required = true,
    };

    public static readonly Key Address = new(
        "address",
        new Shape.OneOrMany(EmailAddress),
        "Its address, or several; answers are from the first. E-mail from any of them is never answered."
    )
    {
        Required = true,
    };

    public static readonly Key Fields = new(
        "fields",
        new Shape.MapOf(Shape.Name, HookTexts.Text, "field", "fields", 100),
        "What a new case is filled with, by the keys of fields: texts with ${...} over mail and now."
    );

    public static readonly Key UnknownSenders = new(
        "unknown-senders",
        new Shape.Word("review", "create", "refuse"),
        "E-mail from somebody who is no customer is kept for review, makes him a contact, or is refused. Without it: review."
    );

    public static readonly Key RequireEntitlement = new(
        "require-entitlement",
        new Shape.Flag(),
        "True: only customers with an entitlement that holds today open cases."
    );

    public static readonly Key ReplyWithin = new(
        "reply-within",
        Shape.AnyText,
        "A reply to a case that was resolved or cancelled longer ago opens another one, such as 14 days. Without it: never."
    );

    public static readonly Key Subject = new("subject", HookTexts.Text, "The subject of the answer.")
    {
        Required = true,
    };

    public static readonly Key Text = new("text", HookTexts.Text, "The text of the answer.") { Required = true };

    public static readonly Key AutoReply = new(
        "auto-reply",
        new Shape.Keys(new Section("auto-reply", [Subject, Text])),
        "What is sent back when a case is opened: texts with ${...} over mail, case and now. Without it: nothing."
    );

    public static readonly Key MaxFiles = new(
        "max-files",
        new Shape.Whole(0, 100),
        "How many files of one e-mail are kept. Without it: 20."
    );

    public static readonly Key MaxBytes = new(
        "max-bytes",
        new Shape.Whole(1, 25_000_000),
        "How large one file may be. Without it: 10,000,000."
    );

    public static readonly Key Attachments = new(
        "attachments",
        new Shape.Keys(new Section("attachments", [MaxFiles, MaxBytes])),
        "Limits for the files of an e-mail."
    );

    public static readonly Key Most = new(
        "max-mails",
        new Shape.Whole(1, 100_000),
        "How many e-mails of one sender count as a person's within the time. Without it: 20."
    );

    public static readonly Key Within = new("within", Shape.AnyText, "The time. Without it: 10 minutes.");

    public static readonly Key SenderLimit = new(
        "sender-limit",
        new Shape.Keys(new Section("sender-limit", [Most, Within])),
        "More e-mail of one sender is taken for a loop."
    );

    public static readonly Key Host = new("host", Shape.Reference, "The name of the server.") { Required = true };

    public static readonly Key Port = new(
        "port",
        new Shape.Whole(1, 65_535),
        "Its port. Without it: 993 with tls, else 143."
    );

    public static readonly Key Security = new(
        "security",
        new Shape.Word("tls", "start-tls", "none"),
        "How the connection is kept from others. Without it: tls."
    );

    public static readonly Key User = new("user", Shape.AnyText, "Who signs in there.") { Required = true };

    public static readonly Key Password = new(
        "password",
        HookTexts.Secret with
        {
            Code = ProblemCodes.MailboxSecret,
        },
        "The name of the secret in the settings (Mail:Secrets) that holds the password."
    )
    {
        Required = true,
    };

    public static readonly Key Folder = new("folder", Shape.AnyText, "The folder. Without it: INBOX.");

    public static readonly Key MoveTo = new(
        "move-to",
        Shape.AnyText,
        "The folder that what was fetched is moved to. Without it, it is marked as seen."
    );

    public static readonly Key Every = new(
        "every",
        Shape.AnyText,
        "How often it is looked for new e-mail. Without it: 30 seconds."
    );

    public static readonly Key Imap = new(
        "imap",
        new Shape.Keys(new Section("imap", [Host, Port, Security, User, Password, Folder, MoveTo, Every])),
        "Where its e-mail is fetched. Without it, e-mail is posted."
    );

    public static readonly Section Section = new(
        "mailbox",
        [
            Mailbox,
            Title,
            Process,
            Address,
            Fields,
            UnknownSenders,
            RequireEntitlement,
            ReplyWithin,
            AutoReply,
            Attachments,
            SenderLimit,
            Imap,
        ]
    );
}
