using CaseFlow.Engine.Mail;
using CaseFlow.Host.Mail;

namespace CaseFlow.Host.Tests.Mail;

/// <summary>Letters of the test suites of other programs, broken ones included.</summary>
public sealed class SampleTests
{
    private static readonly AttachmentLimits Limits = new(20, 10_000_000);

    [Fact]
    public async Task Every_letter_can_be_read_and_its_texts_can_be_kept()
    {
        var folder = SharedData.Folder("emails");
        var files = Directory.GetFiles(folder, "*.eml", SearchOption.AllDirectories);

        Assert.True(files.Length > 90, $"only {files.Length} letters were found");
        foreach (var file in files)
        {
            var read = await Read(file);
            Assert.True(read is not null, file);
            Assert.DoesNotContain('\0', read.Mail.Text);
            foreach (var listed in await MailParser.List(read.Files, Limits, TestContext.Current.CancellationToken))
            {
                Assert.Equal(AttachmentName.Safe(listed.Name), listed.Name);
            }
        }
    }

    [Theory]
    [InlineData("multi_charset/japanese_shift_jis.eml", "今後ともよろしく")]
    [InlineData("multi_charset/japanese_iso_2022.eml", "すみません")]
    [InlineData("multi_charset/ks_c_5601-1987.eml", "스티해")]
    [InlineData("plain_emails/raw_email_reply.eml", "Test reply email")]
    public async Task A_letter_in_whatever_charset_can_be_read(string name, string words)
    {
        var read = await Read(Path.Combine(SharedData.Folder("emails"), "ruby-mail", name));

        Assert.Contains(words, $"{read!.Mail.Subject}\n{read.Mail.Text}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_are_known_and_name_what_they_are_about()
    {
        var folder = Path.Combine(SharedData.Folder("emails"), "ruby-mail", "multipart_report_emails");

        foreach (var file in Directory.EnumerateFiles(folder, "report_*.eml"))
        {
            Assert.NotNull(AutomaticMail.Why((await Read(file))!.Mail, []));
        }
    }

    [Theory]
    [InlineData("attachment_pdf.eml", "broken.pdf")]
    [InlineData("attachment_content_disposition.eml", "api.rb")]
    [InlineData("attachment_only_email.eml", "blah.gz")]
    public async Task Files_are_found(string name, string fileName)
    {
        var path = Path.Combine(SharedData.Folder("emails"), "ruby-mail", "attachment_emails", name);
        var read = await Read(path);

        var listed = await MailParser.List(read!.Files, Limits, TestContext.Current.CancellationToken);

        Assert.Contains(fileName, listed.Select(file => file.Name));
    }

    private static async Task<ReadMail?> Read(string file) =>
        await MailParser.Read(
            await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken
        );
}
