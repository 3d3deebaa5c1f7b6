using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using CaseFlow.Host.Tests.Workflows;

namespace CaseFlow.Host.Tests.Mail;

/// <summary>E-mail becomes a case, or an activity of the case that it answers.</summary>
public sealed class ThreadingTests(MailHost mail) : IClassFixture<MailHost>
{
    [Fact]
    public async Task A_letter_opens_a_case_for_its_sender_and_is_its_first_activity()
    {
        var account = await mail.Host.Account("Contoso Mail");
        var contact = await mail.Contact("jim@contoso.example", account);

        var got = await mail.Take(MailHost.Letter(MailHost.Fresh("a@x"), "Jim <Jim@contoso.example>"));

        Assert.Equal("opened", got.Text("state"));
        var opened = await mail.Case(got);
        Assert.Equal(
            ("mail-desk", "Printer on fire", "front"),
            (opened.Text("process"), opened.Text("title"), opened.Text("queue"))
        );
        Assert.Equal((account.ToString(), contact.Text("id")), (opened.Text("customerId"), opened.Text("contactId")));
        Assert.Equal("email", opened.GetProperty("fields").Text("origin"));
        var activity = Assert.Single(await mail.Activities(got));
        Assert.Equal(
            (got.Text("id"), "email", "incoming", "completed", "It burns.", "jim@contoso.example"),
            (
                activity.Text("id"),
                activity.Text("kind"),
                activity.Text("direction"),
                activity.Text("state"),
                activity.Text("text"),
                activity.GetProperty("mail").Text("from")
            )
        );
    }

    [Fact]
    public async Task The_same_letter_counts_once_also_when_it_comes_many_times_at_once()
    {
        var letter = MailHost.Letter(MailHost.Fresh("same@x"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => mail.Post822(letter)));

        var ids = await Task.WhenAll(answers.Select(async answer => (await answer.Json()).Text("id")));
        var got = await mail.Settled(Assert.Single(ids.Distinct(StringComparer.Ordinal))!);
        Assert.Single(await mail.Activities(got));
        Assert.Equal(got.Text("caseId"), (await mail.Take(letter)).Text("caseId"));
    }

    [Fact]
    public async Task A_reply_is_added_to_the_case_without_what_it_repeats_and_the_whole_is_kept()
    {
        var (first, second, third) = (MailHost.Fresh("r@x"), MailHost.Fresh("r@x"), MailHost.Fresh("r@x"));
        var opened = await mail.Take(MailHost.Letter(first));
        var body = "It still burns.\r\n\r\nOn Monday, Ann wrote:\r\n> Did it help?";
        var letter = MailHost.Letter(second, text: body, headers: $"In-Reply-To: <{first}>");

        var reply = await mail.Take(letter);
        var deep = await mail.Take(
            MailHost.Letter(third, "bob@elsewhere.example", headers: $"References: <{first}> <{second}> <unknown@x>")
        );

        Assert.Equal(("added", "added"), (reply.Text("state"), deep.Text("state")));
        Assert.Equal(opened.Text("caseId"), reply.Text("caseId"));
        Assert.Equal(opened.Text("caseId"), deep.Text("caseId"));
        var activity = (await mail.Activities(opened)).Single(one => one.Text("id") == reply.Text("id"));
        Assert.Equal("It still burns.", activity.Text("text"));
        using var ann = mail.Host.As("ann");
        Assert.Equal(letter, await ann.GetStringAsync($"/api/activities/{reply.Text("id")}/message"));
    }

    [Fact]
    public async Task A_ticket_number_in_the_subject_counts_for_who_has_to_do_with_the_case_alone()
    {
        var opened = await mail.Take(MailHost.Letter(MailHost.Fresh("t@x"), "kim@contoso.example"));
        var subject = $"Re: [{(await mail.Case(opened)).Text("ticket")}] Printer";

        var own = await mail.Take(MailHost.Letter(MailHost.Fresh("t@x"), "kim@contoso.example", subject));
        var stranger = await mail.Take(MailHost.Letter(MailHost.Fresh("t@x"), "eve@evil.example", subject));

        Assert.Equal(opened.Text("caseId"), own.Text("caseId"));
        Assert.Equal("opened", stranger.Text("state"));
        Assert.NotEqual(opened.Text("caseId"), stranger.Text("caseId"));
    }

    [Fact]
    public async Task What_answers_a_letter_of_a_workflow_finds_the_case_that_it_was_about()
    {
        var opened = await mail.Take(MailHost.Letter(MailHost.Fresh("w@x")));
        using var workshop = new Workshop(mail.Host);
        await workshop.Publish(
            Flow.Of(
                "asks-back",
                $"type: Elsa.SendEmail, {Flow.Text("to", "ned@contoso.example")}, {Flow.Text("subject", "Which printer?")}, {Flow.Text("body", "x")}",
                Flow.Line("'asked'")
            )
        );
        var run = await workshop.Run("asks-back", correlationId: opened.Text("caseId"));
        await workshop.Until(run.Text("id")!, "finished");
        var sent = mail.Post.All.Single(one => one.Subject == "Which printer?");

        var reply = await mail.Take(
            MailHost.Letter(MailHost.Fresh("w@x"), "ned@contoso.example", headers: $"In-Reply-To: <{sent.MessageId}>")
        );

        Assert.Equal(opened.Text("caseId"), reply.Text("caseId"));
    }

    [Fact]
    public async Task A_reply_to_a_case_that_was_merged_goes_to_the_one_it_became_part_of()
    {
        var merged = MailHost.Fresh("m@x");
        var survivor = await mail.Take(MailHost.Letter(MailHost.Fresh("m@x"), "mia@contoso.example"));
        var other = await mail.Take(MailHost.Letter(merged, "mia@contoso.example"));
        using var ann = mail.Host.As("ann");
        await ann.PostAsJsonAsync(
                $"/api/cases/{survivor.Text("caseId")}/merge",
                new { cases = new[] { other.Text("caseId") } }
            )
            .Ok();

        var reply = await mail.Take(
            MailHost.Letter(MailHost.Fresh("m@x"), "mia@contoso.example", headers: $"In-Reply-To: <{merged}>")
        );

        Assert.Equal(survivor.Text("caseId"), reply.Text("caseId"));
    }

    [Fact]
    public async Task A_letter_to_two_mailboxes_is_about_one_case()
    {
        await mail.Contact("two@contoso.example");
        var letter = MailHost.Letter(MailHost.Fresh("two@x"), "two@contoso.example");

        var answers = await Task.WhenAll(mail.Post822(letter), mail.Post822(letter, "careful"));
        var got = new List<string?>();
        foreach (var answer in answers)
        {
            got.Add((await mail.Settled((await answer.Json()).Text("id")!)).Text("caseId"));
        }

        Assert.NotNull(got[0]);
        Assert.Equal(got[0], got[1]);
    }

    [Fact]
    public async Task What_is_no_letter_is_turned_away_and_what_cannot_be_read_is_kept()
    {
        using var mx = mail.Host.As("mx", "automation");
        using var agent = mail.Host.As("ann");
        var json = new { };
        await mx.PostAsJsonAsync("/api/mailboxes/desk/messages", json)
            .Problem(HttpStatusCode.UnsupportedMediaType, "media-type");
        await agent
            .PostAsJsonAsync("/api/mailboxes/desk/messages", json)
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        await mail.Post822(MailHost.Letter("n@x"), "nowhere").Problem(HttpStatusCode.NotFound, "not-found");
        await mail.Post822("").Problem(HttpStatusCode.UnprocessableEntity, "body-not-readable");
        using var large = new ByteArrayContent(new byte[25_000_001]);
        large.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        await mx.PostAsync("/api/mailboxes/desk/messages", large)
            .Problem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");

        var garbage = await mail.Take("this is no e-mail at all");

        Assert.Equal(("refused", "not-readable"), (garbage.Text("state"), garbage.Text("code")));
        using var sue = mail.Host.As("sue", "supervisor");
        Assert.Equal(
            "this is no e-mail at all",
            await sue.GetStringAsync($"/api/mailboxes/messages/{garbage.Text("id")}/source")
        );
    }

    [Fact]
    public async Task A_file_that_is_saved_counts_a_moment_later_and_a_broken_one_changes_nothing()
    {
        await mail.Write("late.mailbox.yaml", "mailbox: late\nprocess: mail-desk\naddress: late@example.com\n");
        using var sue = mail.Host.As("sue", "supervisor");
        await mail.Host.Until(async () => (await Names()).Contains("late", StringComparer.Ordinal));
        await mail.Write("late.mailbox.yaml", "mailbox: late\nprocess: nowhere\naddress: late@example.com\n");
        using var nobody = mail.Host.Anonymous();

        await mail.Host.Until(async () =>
            (await nobody.GetStringAsync("/health/ready")).Contains("late.mailbox.yaml(2,10)", StringComparison.Ordinal)
        );

        Assert.Contains("late", await Names());
        var letter = MailHost.Letter(MailHost.Fresh("late@x"), "two@contoso.example");
        Assert.Equal(HttpStatusCode.Accepted, (await mail.Post822(letter, "late")).StatusCode);
        await mail.Write("late.mailbox.yaml", "mailbox: late\nprocess: mail-desk\naddress: late@example.com\n");

        async Task<string[]> Names() =>
            [
                .. (await sue.GetAsync("/api/mailboxes").Ok())
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(one => one.Text("name")!),
            ];
    }

    [Fact]
    public async Task Html_and_old_charsets_become_plain_text()
    {
        var html =
            "<html><head><title>no</title><style>p{}</style></head><body><p>Guten&nbsp;Tag &amp; hallo</p>"
            + "<script>alert(1)</script><ul><li>eins</li><li>zwei</li></ul><img src=x onerror=alert(1)></body></html>";

        var got = await mail.Take(
            MailHost.Letter(MailHost.Fresh("h@x"), text: html, headers: "Content-Type: text/html; charset=utf-8")
        );
        var latin = Encoding.Latin1.GetBytes(
            MailHost.Letter(
                MailHost.Fresh("h@x"),
                text: "Grüße",
                headers: "Content-Type: text/plain; charset=iso-8859-1"
            )
        );
        var old = await mail.Settled((await (await mail.Post822(latin, "desk")).Json()).Text("id")!);

        Assert.Equal(
            "Guten Tag & hallo\n\n- eins\n- zwei",
            Assert.Single(await mail.Activities(got)).Text("text")!.ReplaceLineEndings("\n")
        );
        Assert.Equal("Grüße", Assert.Single(await mail.Activities(old)).Text("text"));
    }
}
