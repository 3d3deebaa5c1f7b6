using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Mail;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Tests.Processes;
using CaseFlow.Engine.Tests.Webhooks;

namespace CaseFlow.Engine.Tests.Mail;

public class MailboxReadingTests
{
    private static readonly DateTimeOffset Monday9 = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_shipped_mailbox_can_be_read_fits_the_schema_and_fetches_nothing()
    {
        var file = "support" + MailboxReader.FileEnding;
        var text = File.ReadAllText(Repository.PathTo("workflows", "support-case", file));

        var mailbox = Mailboxes.Ready(text, file);

        Assert.Null(mailbox.Imap);
        Assert.Null(
            new SchemaCheck(JsonNode.Parse(MailboxSchema.Json)!.AsObject()).FindMisfit(
                YamlTree.Read(text, new ProblemList("x"))!
            )
        );
    }

    [Fact]
    public void What_is_not_said_has_a_good_default()
    {
        var mailbox = Mailboxes.Desk();

        Assert.Equal("Desk", mailbox.Title.Text);
        Assert.Equal(UnknownSenders.Review, mailbox.UnknownSenders);
        Assert.Equal(
            (false, null, null, null),
            (mailbox.RequiresEntitlement, mailbox.ReplyWithin, mailbox.AutoReply, mailbox.Imap)
        );
        Assert.Equal(new AttachmentLimits(20, 10_000_000), mailbox.Attachments);
        Assert.Equal(new SenderLimit(20, TimeSpan.FromMinutes(10)), mailbox.SenderLimit);
    }

    [Fact]
    public void All_that_can_be_said_is_read()
    {
        var mailbox = Mailboxes.Desk(
            """
            unknown-senders: create
            require-entitlement: true
            reply-within: 14 days
            attachments: { max-files: 3, max-bytes: 1000 }
            sender-limit: { max-mails: 5, within: 1 hour }
            imap: { host: imap.example.com, security: start-tls, user: desk, password: desk-mail, move-to: Done, every: 1m }

            """
        );

        Assert.Equal(UnknownSenders.Create, mailbox.UnknownSenders);
        Assert.Equal((true, TimeSpan.FromDays(14)), (mailbox.RequiresEntitlement, mailbox.ReplyWithin));
        Assert.Equal((new(3, 1_000), new(5, TimeSpan.FromHours(1))), (mailbox.Attachments, mailbox.SenderLimit));
        var imap = mailbox.Imap!;
        Assert.Equal(
            (
                "imap.example.com",
                143,
                ImapSecurity.StartTls,
                "desk",
                "desk-mail",
                "INBOX",
                "Done",
                TimeSpan.FromMinutes(1)
            ),
            (imap.Host, imap.Port, imap.Security, imap.User, imap.Password, imap.Folder, imap.MoveTo, imap.Every)
        );
    }

    [Fact]
    public void A_case_is_filled_with_what_the_e_mail_says()
    {
        var mailbox = Mailboxes.Desk(
            """
            fields:
              description: "${mail.senderName} <${mail.sender}> wrote: ${mail.text}"
              priority: "${mail.headers['x-priority'] == '1' ? 'high' : 'normal'}"

            """
        );
        var mail = Mailboxes.Letter(new KeyValuePair<string, string>("x-priority", "1"));

        var (title, fields) = MailSteps.Opening(mailbox, Hooks.SupportCase, mail, Monday9);

        Assert.Equal("Printer on fire", title);
        Assert.Equal(new FieldValue.Text("Jane Doe <jane@contoso.example> wrote: It burns."), fields["description"]);
        Assert.Equal(new FieldValue.Text("high"), fields["priority"]);
        Assert.Equal(new FieldValue.Text("email"), fields["origin"]);
    }

    [Fact]
    public void An_e_mail_without_subject_and_text_opens_a_case_all_the_same()
    {
        var mail = Mailboxes.Letter() with { Subject = " ", Text = "\n" };

        Assert.Equal("(no subject)", MailSteps.Opening(Mailboxes.Desk(), Hooks.SupportCase, mail, Monday9).Title);
        var activity = MailSteps.Activity(mail, isAutomatic: false, isReply: false);
        Assert.Equal(("(no subject)", null, Direction.Incoming), (activity.Subject, activity.Text, activity.Direction));
    }
}
