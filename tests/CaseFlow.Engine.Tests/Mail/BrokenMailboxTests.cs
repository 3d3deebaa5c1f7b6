using CaseFlow.Engine.Mail;

namespace CaseFlow.Engine.Tests.Mail;

/// <summary>What an author is told: each broken mailbox in the folder, with the approved text beside it.</summary>
public class BrokenMailboxTests
{
    private static readonly string Folder = Repository.PathTo("tests", "CaseFlow.Engine.Tests", "Mail", "Broken");

    public static TheoryData<string> Names { get; } =
    [
        .. Directory
            .EnumerateFiles(Folder, $"*{MailboxReader.FileEnding}")
            .Select(path => Path.GetFileName(path)[..^MailboxReader.FileEnding.Length])
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_broken_mailbox_is_refused_with_every_problem_at_its_place(string name)
    {
        var file = name + MailboxReader.FileEnding;

        var problems = Mailboxes.Problems(Mailboxes.Read(file, File.ReadAllText(Path.Combine(Folder, file))));

        Assert.NotEmpty(problems);
        Approved.Matches(Path.Combine(Folder, name), string.Concat(problems.Select(problem => $"{problem}\n")));
    }
}
