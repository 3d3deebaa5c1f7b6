using System.Text;
using CaseFlow.Engine.Mail;
using CaseFlow.Host.Mail;

namespace CaseFlow.Host.Tests.Mail;

/// <summary>E-mail that programs write wrong and everybody reads nonetheless.</summary>
public sealed class BrokenMailTests
{
    private const string Start =
        "From: Jane <jane@example.com>\r\nSubject: It burns\r\nMessage-ID: <1@example.com>\r\n";

    private const string Parts = """
        --cut
        Content-Type: text/plain

        The printer burns.
        --cut
        Content-Type: application/pdf; name=smoke.pdf
        Content-Transfer-Encoding: base64

        JVBERi0=
        --cut--

        """;

    [Theory]
    [InlineData("\r\n\r\n")]
    [InlineData("      \n")]
    public async Task Blank_lines_before_the_first_header_hide_nothing(string before)
    {
        var mail = await Read(before + Start + "\r\nThe printer burns.");

        Assert.Equal(
            ("jane@example.com", "It burns", "The printer burns."),
            (mail.Mail.Sender, mail.Mail.Subject, mail.Mail.Text)
        );
    }

    [Fact]
    public async Task Lines_may_end_as_they_did_on_old_machines()
    {
        var mail = await Read((Start + "\r\nThe printer\r\nburns.").Replace("\r\n", "\r", StringComparison.Ordinal));

        Assert.Equal(("It burns", "The printer\nburns."), (mail.Mail.Subject, mail.Mail.Text));
    }

    [Theory]
    [InlineData("multipart/mixed")]
    [InlineData("multipart/mixed;\r\n boundary=\"another\"")]
    [InlineData("multipart/mixed;\r\nboundary=\"cut\"")]
    public async Task Parts_are_found_where_the_header_does_not_say_what_divides_them(string type)
    {
        var mail = await Read($"{Start}Content-Type: {type}\r\n\r\n{Parts}");

        Assert.Equal("The printer burns.", mail.Mail.Text.Trim());
        Assert.Equal(["smoke.pdf:5"], await Files(mail));
    }

    [Fact]
    public async Task Parts_within_parts_are_found_as_well()
    {
        var inner = Parts.Replace("cut", "inner", StringComparison.Ordinal);
        var mail = await Read(
            $"{Start}Content-Type: multipart/mixed; boundary=cut\r\n\r\n--cut\r\nContent-Type: multipart/mixed\r\n\r\n{inner}\r\n--cut--\r\n"
        );

        Assert.Equal("The printer burns.", mail.Mail.Text.Trim());
        Assert.Equal(["smoke.pdf:5"], await Files(mail));
    }

    [Fact]
    public async Task Words_that_are_in_no_part_are_the_letter()
    {
        var mail = await Read(Start + "Content-Type: multipart/mixed; boundary=cut\r\n\r\nThe printer burns.\r\n");

        Assert.Equal("The printer burns.", mail.Mail.Text.Trim());
        Assert.Empty(mail.Files);
    }

    [Fact]
    public async Task A_report_without_parts_is_a_report_still()
    {
        var mail = await Read(Start + "Content-Type: multipart/report\r\n\r\nNobody is there.\r\n");

        Assert.True(mail.Mail.IsReport);
        Assert.Equal("Nobody is there.", mail.Mail.Text.Trim());
    }

    [Fact]
    public async Task Where_the_plain_words_are_blank_those_in_HTML_are_taken()
    {
        var mail = await Read(
            Start
                + "Content-Type: multipart/alternative; boundary=cut\r\n\r\n--cut\r\nContent-Type: text/plain\r\n\r\n \r\n"
                + "--cut\r\nContent-Type: text/html\r\n\r\n<p>The printer burns.</p>\r\n--cut--\r\n"
        );

        Assert.Equal("The printer burns.", mail.Mail.Text);
    }

    [Theory]
    [InlineData("", "Grüße „aus“ Köln: 3 €", "windows-1252")]
    [InlineData("; charset=iso-8859-1", "Grüße „aus“ Köln: 3 €", "windows-1252")]
    [InlineData("; charset=us-ascii", "Grüße „aus“ Köln: 3 €", "windows-1252")]
    [InlineData("; charset=utf-8", "Grüße aus Köln", "windows-1252")]
    [InlineData("; charset=us-ascii", "Grüße „aus“ Köln: 3 €", "utf-8")]
    public async Task A_letter_in_another_charset_than_it_says_can_be_read(string says, string words, string charset)
    {
        var header = Encoding.ASCII.GetBytes($"{Start}Content-Type: text/plain{says}\r\n\r\n");
        var mail = await Read([.. header, .. Encoding.GetEncoding(charset).GetBytes(words)]);

        Assert.Equal(words, mail.Mail.Text);
    }

    [Fact]
    public async Task One_broken_character_does_not_change_the_others()
    {
        var header = Encoding.ASCII.GetBytes($"{Start}Content-Type: text/plain; charset=utf-8\r\n\r\n");
        var mail = await Read([.. header, .. Encoding.UTF8.GetBytes("Grüße"), 0xC3]);

        Assert.Equal("Grüße\uFFFD", mail.Mail.Text);
    }

    [Fact]
    public async Task A_subject_that_names_no_charset_can_be_read()
    {
        var mail = await Read([
            .. Encoding.ASCII.GetBytes("From: jane@example.com\r\nSubject: "),
            .. Encoding.GetEncoding("windows-1252").GetBytes("Köln: 3 €"),
            .. Encoding.ASCII.GetBytes("\r\n\r\nIt burns."),
        ]);

        Assert.Equal("Köln: 3 €", mail.Mail.Subject);
    }

    private static async Task<string[]> Files(ReadMail mail) =>
        [
            .. (
                await MailParser.List(
                    mail.Files,
                    new AttachmentLimits(20, 1_000),
                    TestContext.Current.CancellationToken
                )
            ).Select(file => FormattableString.Invariant($"{file.Name}:{file.Size}")),
        ];

    private static Task<ReadMail> Read(string content) => Read(Encoding.UTF8.GetBytes(content));

    private static async Task<ReadMail> Read(byte[] content)
    {
        var read = await MailParser.Read(content, TestContext.Current.CancellationToken);
        Assert.NotNull(read);
        return read;
    }
}
