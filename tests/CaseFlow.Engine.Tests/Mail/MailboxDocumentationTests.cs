using CaseFlow.Engine.Mail;
using CaseFlow.Engine.Mail.Reading;
using CaseFlow.Engine.Processes.Reading;

namespace CaseFlow.Engine.Tests.Mail;

/// <summary>The page about e-mail says what the reader reads.</summary>
public class MailboxDocumentationTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathTo("docs", "email.md"));

    [Fact]
    public void Each_key_is_explained() =>
        Assert.All(
            MailboxKeys.Section.Keys.SelectMany(key =>
                key.Shape is Shape.Keys(var below) ? below.Keys.Select(one => one.Name).Prepend(key.Name) : [key.Name]
            ),
            key => Assert.Contains($"`{key}`", Page, StringComparison.Ordinal)
        );

    [Fact]
    public void Each_example_can_be_read()
    {
        var blocks = Page.Split("```yaml\n").Skip(1).Select(rest => rest.Split("```")[0]).ToList();

        Assert.NotEmpty(blocks);
        Assert.All(
            blocks,
            block => Mailboxes.Ready(block, block.Split('\n')[0].Split(' ')[1] + MailboxReader.FileEnding)
        );
    }
}
