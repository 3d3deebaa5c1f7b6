using CaseFlow.Host.Tests.Webhooks;
using MimeKit;

namespace CaseFlow.Host.Tests.Mail;

/// <summary>No two programs answer each other.</summary>
public sealed class LoopTests(MailHost mail) : IClassFixture<MailHost>
{
    [Fact]
    public async Task Who_opens_a_case_is_answered_once_and_his_replies_are_not()
    {
        var id = MailHost.Fresh("auto@x");
        var opened = await mail.Take(MailHost.Letter(id, "Una Once <una@once.example>"));
        await mail.Take(MailHost.Letter(MailHost.Fresh("auto@x"), "una@once.example", headers: $"In-Reply-To: <{id}>"));

        var answer = Assert.Single(To("una@once.example"));
        Assert.Equal($"[{(await mail.Case(opened)).Text("ticket")}] Printer on fire", answer.Subject);
        Assert.Equal("Dear Una Once, we have it.", answer.TextBody?.Trim());
        Assert.Equal("desk@example.com", Assert.Single(answer.From.Mailboxes).Address);
        Assert.Equal((id, "auto-replied"), (answer.InReplyTo, answer.Headers[HeaderId.AutoSubmitted]));
        Assert.NotNull(opened.Text("answeredAt"));

        var reply = MailHost.Letter(
            MailHost.Fresh("auto@x"),
            "una@once.example",
            headers: $"In-Reply-To: <{answer.MessageId}>"
        );
        Assert.Equal(opened.Text("caseId"), (await mail.Take(reply)).Text("caseId"));
    }

    [Fact]
    public async Task An_answer_waits_for_a_server_that_is_down_and_the_case_is_opened_once()
    {
        await using var own = new MailHost { IsPostOpen = false };
        await own.InitializeAsync();
        var answer = await own.Post822(MailHost.Letter(MailHost.Fresh("down@x"), "una@once.example"));
        var id = (await answer.Json()).Text("id")!;
        using var sue = own.Host.As("sue", "supervisor");
        await Hooks.Eventually(async () =>
            (await sue.GetAsync($"/api/mailboxes/messages/{id}").Ok())
                .Text("detail")
                ?.Contains("server for e-mail", StringComparison.Ordinal) == true
        );

        own.Post.Open();
        await own.Host.InTime(async () =>
            (await sue.GetAsync($"/api/mailboxes/messages/{id}").Ok()).Text("state") == "opened"
        );

        var got = await sue.GetAsync($"/api/mailboxes/messages/{id}").Ok();
        Assert.NotNull(got.Text("answeredAt"));
        Assert.Single(own.Post.All);
        Assert.Single(await own.Activities(got));
        Assert.Single((await sue.GetAsync("/api/cases").Ok()).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied")]
    [InlineData("Precedence: bulk")]
    [InlineData("X-Auto-Response-Suppress: All")]
    [InlineData("List-Id: <users.example.com>")]
    [InlineData("Return-Path: <>")]
    public async Task What_a_program_sends_opens_nothing_and_is_kept(string header)
    {
        var got = await mail.Take(MailHost.Letter(MailHost.Fresh("p@x"), "robot@program.example", headers: header));

        Assert.Equal(("automatic", null), (got.Text("state"), got.Text("caseId")));
        Assert.NotEmpty(got.Text("detail")!);
        Assert.Empty(To("robot@program.example"));
    }

    [Fact]
    public async Task What_a_program_answers_is_added_to_the_case_and_does_not_take_it_up_again()
    {
        var id = MailHost.Fresh("ooo@x");
        var opened = await mail.Take(MailHost.Letter(id, "olaf@away.example"));
        await mail.Resolve(opened);

        var got = await mail.Take(
            MailHost.Letter(
                MailHost.Fresh("ooo@x"),
                "olaf@away.example",
                "Out of office",
                headers: ["Auto-Submitted: auto-replied", $"In-Reply-To: <{id}>"]
            )
        );

        Assert.Equal(("automatic", opened.Text("caseId")), (got.Text("state"), got.Text("caseId")));
        Assert.Equal("resolved", (await mail.Case(opened)).Text("state"));
        var activity = (await mail.Activities(opened)).Single(one => one.Text("id") == got.Text("id"));
        Assert.Equal(("Out of office", null), (activity.Text("subject"), activity.Text("direction")));
        Assert.Single(To("olaf@away.example"));
    }

    [Fact]
    public async Task A_bounce_is_added_to_the_case_whose_letter_came_back()
    {
        var opened = await mail.Take(MailHost.Letter(MailHost.Fresh("b@x"), "bo@bounce.example"));
        var sent = Assert.Single(To("bo@bounce.example"));
        var body = string.Join(
            "\r\n",
            "--cut",
            "Content-Type: text/plain",
            "",
            "No such mailbox.",
            "--cut",
            "Content-Type: message/delivery-status",
            "",
            "Reporting-MTA: dns; mx.example.com",
            "",
            "Final-Recipient: rfc822; bo@bounce.example",
            "Action: failed",
            "Status: 5.1.1",
            "",
            "--cut",
            "Content-Type: text/rfc822-headers",
            "",
            "Subject: x",
            $"Message-ID:\r\n <{sent.MessageId}>",
            "",
            "--cut--"
        );

        var got = await mail.Take(
            MailHost.Letter(
                MailHost.Fresh("b@x"),
                "MAILER-DAEMON@mx.example.com",
                "Undelivered",
                body,
                "Content-Type: multipart/report; report-type=delivery-status; boundary=cut"
            )
        );

        Assert.Equal(("automatic", opened.Text("caseId")), (got.Text("state"), got.Text("caseId")));
        var activity = (await mail.Activities(opened)).Single(one => one.Text("id") == got.Text("id"));
        Assert.Equal("No such mailbox.", activity.Text("text"));
    }

    [Fact]
    public async Task A_letter_of_ones_own_address_opens_nothing()
    {
        foreach (var from in new[] { "Desk <DESK@example.com>", "strict@example.com" })
        {
            Assert.Equal("automatic", (await mail.Take(MailHost.Letter(MailHost.Fresh("own@x"), from))).Text("state"));
        }
    }

    [Fact]
    public async Task One_letter_too_many_of_a_sender_is_taken_for_a_loop()
    {
        var states = new List<string?>();
        for (var letter = 0; letter < 5; letter++)
        {
            states.Add(
                (await mail.Take(MailHost.Letter(MailHost.Fresh("f@x"), "fast@x.example"), "busy")).Text("state")
            );
        }

        Assert.Equal(["opened", "opened", "opened", "automatic", "automatic"], states);
    }

    private MimeMessage[] To(string address) =>
        [.. mail.Post.All.Where(one => one.To.Mailboxes.Any(to => to.Address == address))];
}
