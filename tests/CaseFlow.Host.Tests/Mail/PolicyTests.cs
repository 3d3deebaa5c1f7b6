using System.Net;
using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.Mail;

/// <summary>What a mailbox says of strangers, of entitlements and of late replies.</summary>
public sealed class PolicyTests(MailHost mail) : IClassFixture<MailHost>
{
    [Fact]
    public async Task A_stranger_becomes_a_contact_where_the_mailbox_makes_one_and_only_one()
    {
        var took = await Task.WhenAll(
            mail.Take(MailHost.Letter(MailHost.Fresh("s@x"), "New Stranger <new@stranger.example>")),
            mail.Take(MailHost.Letter(MailHost.Fresh("s@x"), "New Stranger <new@stranger.example>"))
        );
        using var ann = mail.Host.As("ann");

        var found = await ann.GetAsync("/api/contacts?q=new@stranger.example").Ok();

        Assert.All(took, one => Assert.Equal("opened", one.Text("state")));
        Assert.Equal("New Stranger", Assert.Single(found.GetProperty("items").EnumerateArray()).Text("name"));
    }

    [Fact]
    public async Task A_stranger_is_kept_for_review_until_somebody_accepts_him_or_makes_him_a_customer()
    {
        var accepted = await mail.Take(MailHost.Letter(MailHost.Fresh("v@x"), "ivy@stranger.example"), "careful");
        var known = await mail.Take(MailHost.Letter(MailHost.Fresh("v@x"), "leo@stranger.example"), "careful");
        Assert.Equal(("review", "unknown-sender"), (accepted.Text("state"), accepted.Text("code")));
        using var sue = mail.Host.As("sue", "supervisor");
        var listed = await sue.GetAsync("/api/mailboxes/careful/messages?state=review").Ok();
        Assert.Contains(
            accepted.Text("id"),
            listed.GetProperty("items").EnumerateArray().Select(one => one.Text("id"))
        );
        await mail.Contact("leo@stranger.example");

        await sue.PostAsync($"/api/mailboxes/messages/{accepted.Text("id")}/accept", null).Ok();
        await sue.PostAsync($"/api/mailboxes/messages/{known.Text("id")}/replay", null).Ok();

        Assert.Equal("opened", (await mail.Settled(accepted.Text("id")!)).Text("state"));
        Assert.Equal("opened", (await mail.Settled(known.Text("id")!)).Text("state"));
        await sue.PostAsync($"/api/mailboxes/messages/{known.Text("id")}/replay", null)
            .Problem(HttpStatusCode.Conflict, "mail-settled");
        using var ann = mail.Host.As("ann");
        await ann.PostAsync($"/api/mailboxes/messages/{known.Text("id")}/accept", null)
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
    }

    [Fact]
    public async Task A_stranger_is_refused_where_the_mailbox_says_so_and_so_is_a_customer_without_entitlement()
    {
        var stranger = await mail.Take(MailHost.Letter(MailHost.Fresh("e@x"), "zed@stranger.example"), "strict");
        Assert.Equal(("refused", "unknown-sender"), (stranger.Text("state"), stranger.Text("code")));

        var account = await mail.Host.Account("Entitled");
        await mail.Contact("eli@entitled.example", account);
        var letter = MailHost.Letter(MailHost.Fresh("e@x"), "eli@entitled.example");
        var without = await mail.Take(letter, "strict");
        Assert.Equal(("refused", "no-entitlement"), (without.Text("state"), without.Text("code")));

        using var sue = mail.Host.As("sue", "supervisor");
        var entitlement = await sue.PostAsJsonAsync(
                "/api/entitlements",
                new
                {
                    customerId = account,
                    name = "Gold",
                    allocation = "cases",
                    total = 10,
                    starts = "2026-01-01",
                    ends = "2026-12-31",
                }
            )
            .Ok();
        await sue.PostAsync($"/api/entitlements/{entitlement.Text("id")}/activate", null).Ok();
        await sue.PostAsync($"/api/mailboxes/messages/{without.Text("id")}/replay", null).Ok();

        Assert.Equal("opened", (await mail.Settled(without.Text("id")!)).Text("state"));
    }

    [Fact]
    public async Task A_reply_takes_a_resolved_case_up_again()
    {
        var id = MailHost.Fresh("o@x");
        var opened = await mail.Take(MailHost.Letter(id));
        Assert.Equal("resolved", (await mail.Resolve(opened)).Text("state"));

        var reply = await mail.Take(MailHost.Letter(MailHost.Fresh("o@x"), headers: $"In-Reply-To: <{id}>"));

        Assert.Equal(
            (opened.Text("caseId"), "active"),
            (reply.Text("caseId"), (await mail.Case(opened)).Text("state"))
        );
    }

    [Fact]
    public async Task A_reply_that_comes_too_late_opens_a_case_that_says_which_one_it_answers()
    {
        await using var own = new MailHost();
        await own.InitializeAsync();
        var id = MailHost.Fresh("l@x");
        var opened = await own.Take(MailHost.Letter(id));
        await own.Resolve(opened);
        await own.Host.OffFor(TimeSpan.FromDays(31));

        var reply = await own.Take(MailHost.Letter(MailHost.Fresh("l@x"), headers: $"In-Reply-To: <{id}>"));

        Assert.Equal("opened", reply.Text("state"));
        Assert.NotEqual(opened.Text("caseId"), reply.Text("caseId"));
        Assert.Equal("resolved", (await own.Case(opened)).Text("state"));
        Assert.Single(own.Post.All);
        var ticket = (await own.Case(opened)).Text("ticket")!;
        Assert.Contains(
            await own.Activities(reply),
            one => one.Text("kind") == "note" && one.Text("subject")!.Contains(ticket, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task No_letter_is_lost_when_the_host_stops_and_none_opens_two_cases()
    {
        await using var own = new MailHost();
        await own.InitializeAsync();
        var letters = Enumerable.Range(0, 20).Select(_ => MailHost.Letter(MailHost.Fresh("k@x"))).ToArray();
        var answers = await Task.WhenAll(letters.Select(letter => own.Post822(letter)));

        // What the host had taken up when it stopped is another one's after a while.
        await own.Host.OffFor(TimeSpan.FromMinutes(3));

        var cases = new List<string?>();
        foreach (var answer in answers)
        {
            cases.Add((await own.Settled((await answer.Json()).Text("id")!)).Text("caseId"));
        }

        Assert.Equal(20, cases.OfType<string>().Distinct(StringComparer.Ordinal).Count());
        using var ann = own.Host.As("ann");
        var listed = await ann.GetAsync("/api/cases?limit=200").Ok();
        Assert.Equal(20, listed.GetProperty("items").GetArrayLength());
    }
}
