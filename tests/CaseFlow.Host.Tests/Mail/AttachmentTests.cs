using System.Net;
using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.Mail;

/// <summary>The files of an e-mail: listed, kept within limits, had by who sees the case.</summary>
public sealed class AttachmentTests(MailHost mail) : IClassFixture<MailHost>
{
    private const string Boundary = "Content-Type: multipart/mixed; boundary=cut";

    [Fact]
    public async Task A_file_can_be_had_as_a_download_and_never_as_a_page()
    {
        var got = await mail.Take(Letter(("../../evil.html", "<script>alert(1)</script>")));
        using var ann = mail.Host.As("ann");
        var activity = Assert.Single(await mail.Activities(got));
        var file = Assert.Single(activity.GetProperty("mail").GetProperty("attachments").EnumerateArray());
        Assert.Equal(("evil.html", 25), (file.Text("name"), file.GetProperty("size").GetInt64()));

        var answer = await ann.GetAsync($"/api/activities/{got.Text("id")}/attachments/0");

        Assert.Equal("<script>alert(1)</script>", await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("evil.html", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains(
            "sandbox",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_beyond_the_limits_is_listed_and_is_in_the_whole_e_mail_only()
    {
        var got = await mail.Take(
            Letter(("large.txt", new string('x', 1_001)), ("a.txt", "a"), ("b.txt", "b"), ("c.txt", "c"))
        );

        var files = got.GetProperty("attachments").EnumerateArray().ToArray();

        Assert.Equal(
            [("large.txt", "too-large"), ("a.txt", null), ("b.txt", null), ("c.txt", "too-many")],
            files.Select(file =>
                (file.Text("name")!, file.TryGetProperty("leftOut", out var left) ? left.GetString() : null)
            )
        );
        using var ann = mail.Host.As("ann");
        await ann.GetAsync($"/api/activities/{got.Text("id")}/attachments/0")
            .Problem(HttpStatusCode.NotFound, "not-found");
        Assert.Equal("b", await ann.GetStringAsync($"/api/activities/{got.Text("id")}/attachments/2"));
        Assert.Contains(
            new string('x', 60),
            await ann.GetStringAsync($"/api/activities/{got.Text("id")}/message"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_does_not_see_the_case_has_neither_its_e_mail_nor_its_files()
    {
        var got = await mail.Take(Letter(("a.txt", "a")));
        using var ann = mail.Host.As("ann");
        await ann.PostAsJsonAsync($"/api/cases/{got.Text("caseId")}/queue", new { queue = "secret" }).Ok();
        using var bob = mail.Host.As("bob");

        await bob.GetAsync($"/api/activities/{got.Text("id")}/attachments/0")
            .Problem(HttpStatusCode.NotFound, "no-such-activity");
        await bob.GetAsync($"/api/activities/{got.Text("id")}/message")
            .Problem(HttpStatusCode.NotFound, "no-such-activity");
        Assert.Equal("a", await ann.GetStringAsync($"/api/activities/{got.Text("id")}/attachments/0"));
    }

    private static string Letter(params (string Name, string Content)[] files) =>
        MailHost.Letter(
            MailHost.Fresh("file@x"),
            text: string.Join(
                "\r\n",
                [
                    "--cut",
                    "Content-Type: text/plain",
                    "",
                    "See the files.",
                    .. files.SelectMany(file =>
                        new[]
                        {
                            "--cut",
                            "Content-Type: text/html",
                            $"Content-Disposition: attachment; filename=\"{file.Name}\"",
                            "",
                            file.Content,
                        }
                    ),
                    "--cut--",
                ]
            ),
            headers: Boundary
        );
}
