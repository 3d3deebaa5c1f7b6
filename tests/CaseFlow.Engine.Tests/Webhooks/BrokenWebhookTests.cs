using CaseFlow.Engine.Webhooks;

namespace CaseFlow.Engine.Tests.Webhooks;

/// <summary>What an author is told: each broken webhook in the folder, with the approved text beside it.</summary>
public class BrokenWebhookTests
{
    private static readonly string Folder = Repository.PathTo("tests", "CaseFlow.Engine.Tests", "Webhooks", "Broken");

    public static TheoryData<string> Names { get; } =
    [
        .. Directory
            .EnumerateFiles(Folder, $"*{WebhookReader.FileEnding}")
            .Select(path => Path.GetFileName(path)[..^WebhookReader.FileEnding.Length])
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_broken_webhook_is_refused_with_every_problem_at_its_place(string name)
    {
        var file = name + WebhookReader.FileEnding;

        var problems = Hooks.Problems(Hooks.Read(file, File.ReadAllText(Path.Combine(Folder, file))));

        Assert.NotEmpty(problems);
        Approved.Matches(Path.Combine(Folder, name), string.Concat(problems.Select(problem => $"{problem}\n")));
    }
}
