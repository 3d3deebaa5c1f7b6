using CaseFlow.Engine.Mail;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Tests.Webhooks;

namespace CaseFlow.Engine.Tests.Mail;

/// <summary>Mailboxes and e-mail for tests.</summary>
internal static class Mailboxes
{
    public static MailboxReadResult Read(string file, string text) => MailboxReader.Read(file, text, Hooks.Processes);

    /// <summary>The mailbox, or a failed test that shows its problems.</summary>
    public static Mailbox Ready(string text, string file = "desk.mailbox.yaml")
    {
        var result = Read(file, text);
        Assert.Equal("", string.Join('\n', Problems(result)));
        return Assert.IsType<MailboxReadResult.Ready>(result).Mailbox;
    }

    public static Mailbox Desk(string more = "") =>
        Ready($"mailbox: desk\nprocess: support-case\naddress: desk@example.com\n{more}");

    public static ImmutableArray<Problem> Problems(MailboxReadResult result) =>
        result is MailboxReadResult.Broken(var problems) ? problems : [];

    public static IncomingMail Letter(params ImmutableArray<KeyValuePair<string, string>> headers) =>
        new()
        {
            Sender = "jane@contoso.example",
            SenderName = "Jane Doe",
            Subject = "Printer on fire",
            Text = "It burns.",
            To = ["desk@example.com"],
            Headers = headers,
        };
}
