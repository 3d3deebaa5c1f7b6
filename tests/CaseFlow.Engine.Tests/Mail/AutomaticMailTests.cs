using CaseFlow.Engine.Mail;

namespace CaseFlow.Engine.Tests.Mail;

public class AutomaticMailTests
{
    private static readonly string[] Own = ["desk@example.com"];

    [Theory]
    [InlineData("auto-submitted", "auto-replied")]
    [InlineData("auto-submitted", "auto-generated; owner-email=\"me@example.com\"")]
    [InlineData("precedence", "bulk")]
    [InlineData("precedence", "LIST")]
    [InlineData("precedence", "auto_reply")]
    [InlineData("x-auto-response-suppress", "OOF, AutoReply")]
    [InlineData("list-id", "<users.lists.example.com>")]
    [InlineData("list-unsubscribe", "<mailto:leave@example.com>")]
    [InlineData("return-path", "<>")]
    [InlineData("x-autoreply", "yes")]
    [InlineData("x-apple-action", "VACATION")]
    [InlineData("x-vacation", "yes")]
    public void What_a_program_sent_is_known_by_its_headers(string name, string value)
    {
        var why = AutomaticMail.Why(Mailboxes.Letter(new KeyValuePair<string, string>(name, value)), Own);

        Assert.NotNull(why);
    }

    [Theory]
    [InlineData("auto-submitted", "no")]
    [InlineData("auto-submitted", "No (a person wrote it)")]
    [InlineData("precedence", "first-class")]
    [InlineData("x-auto-response-suppress", "None")]
    [InlineData("return-path", "<jane@contoso.example>")]
    [InlineData("x-mailer", "Anything")]
    public void What_a_person_sent_is_not_taken_for_a_programs(string name, string value) =>
        Assert.Null(AutomaticMail.Why(Mailboxes.Letter(new KeyValuePair<string, string>(name, value)), Own));

    [Theory]
    [InlineData("<>")]
    [InlineData("Mail Delivery <>")]
    [InlineData("MAILER-DAEMON (Mail Delivery Subsystem)")]
    public void What_has_no_sender_because_a_server_wrote_it_is_no_persons(string from)
    {
        var letter = Mailboxes.Letter(new KeyValuePair<string, string>("from", from)) with { Sender = "" };

        Assert.NotNull(AutomaticMail.Why(letter, Own));
        Assert.Null(AutomaticMail.Why(letter with { Headers = [new("from", "Jane Doe")] }, Own));
    }

    [Fact]
    public void Reports_servers_and_ones_own_addresses_are_no_people()
    {
        Assert.NotNull(AutomaticMail.Why(Mailboxes.Letter() with { IsReport = true }, Own));
        Assert.NotNull(AutomaticMail.Why(Mailboxes.Letter() with { Sender = "mailer-daemon@mx.example.com" }, Own));
        Assert.NotNull(AutomaticMail.Why(Mailboxes.Letter() with { Sender = Own[0] }, Own));
    }
}
