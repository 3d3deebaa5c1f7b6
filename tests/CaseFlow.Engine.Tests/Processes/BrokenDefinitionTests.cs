using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Tests.Processes;

/// <summary>What an author is told: each broken definition in the folder, with the approved text beside it.</summary>
public class BrokenDefinitionTests
{
    private static readonly string Folder = Repository.PathTo("tests", "CaseFlow.Engine.Tests", "Processes", "Broken");

    public static TheoryData<string> Names { get; } =
    [
        .. Directory
            .EnumerateFiles(Folder, $"*{ProcessReader.FileEnding}")
            .Select(path => Path.GetFileName(path)[..^ProcessReader.FileEnding.Length])
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_broken_definition_is_refused_with_every_problem_at_its_place(string name)
    {
        var file = name + ProcessReader.FileEnding;

        var result = ProcessReader.Read(file, File.ReadAllText(Path.Combine(Folder, file)));

        var broken = Assert.IsType<ReadResult.Broken>(result);
        Assert.Equal(
            broken.Problems.OrderBy(problem => (problem.Line, problem.Column)).Select(problem => problem.Line),
            broken.Problems.Select(problem => problem.Line)
        );
        Approved.Matches(Path.Combine(Folder, name), string.Concat(broken.Problems.Select(problem => $"{problem}\n")));
    }
}
