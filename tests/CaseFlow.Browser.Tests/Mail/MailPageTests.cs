using System.Net.Http.Headers;
using System.Text;
using CaseFlow.Host.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.Browser.Tests.Mail;

/// <summary>What came by e-mail, in a browser.</summary>
public sealed class MailPageTests(Site site) : IClassFixture<Site>
{
    private const string Letter = """
        Message-ID: <page@strangers.example>
        From: Ivy Stranger <ivy@strangers.example>
        To: support@example.com
        Subject: The scanner hums
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=cut

        --cut
        Content-Type: text/plain

        It hums all day.
        --cut
        Content-Type: audio/wav; name=hum.wav
        Content-Disposition: attachment; filename=hum.wav

        hmmm
        --cut--
        """;

    [Fact]
    public async Task A_letter_of_a_stranger_is_accepted_and_stands_on_its_case_with_its_files()
    {
        using var mx = site.Host.As("mx", "automation");
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Letter.ReplaceLineEndings("\r\n")));
        content.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        var kept = (await mx.PostAsync("/api/mailboxes/support/messages", content).Ok()).Text("id")!;
        await Ends(kept, "review");
        await using var visit = await site.Open("/supervise/mail", "sue", "supervisor,agent");
        var page = visit.Page;

        await page.Locator("main fluent-button", new() { HasText = "Show" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "The scanner hums", Exact = true }))
            .ToBeVisibleAsync();
        await visit.IsAccessible();
        await visit.Picture("mail");
        await page.Locator("main fluent-button", new() { HasText = "Accept" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "The scanner hums", Exact = true }))
            .ToHaveCountAsync(0);
        await Ends(kept, "opened");

        await page.GetByLabel("State of e-mail").SelectOptionAsync("opened");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Case", Exact = true }).ClickAsync();

        await Expect(page.GetByText("From ivy@strangers.example")).ToBeVisibleAsync();
        var file = page.GetByRole(AriaRole.Link, new() { Name = "hum.wav" });
        var download = await page.RunAndWaitForDownloadAsync(() => file.ClickAsync());
        Assert.Equal("hum.wav", download.SuggestedFilename);
        Assert.Equal(
            "hmmm",
            await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken)
        );
        await visit.IsAccessible();
    }

    private async Task Ends(string mail, string state)
    {
        using var sue = site.Host.As("sue", "supervisor");
        for (var look = 0; look < 600; look++)
        {
            if ((await sue.GetAsync($"/api/mailboxes/messages/{mail}").Ok()).Text("state") == state)
            {
                return;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"It never was {state}.");
    }
}
