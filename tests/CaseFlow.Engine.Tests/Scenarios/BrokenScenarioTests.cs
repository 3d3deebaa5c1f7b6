using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Scenarios;
using CaseFlow.Engine.Tests.Cases;
using static CaseFlow.Engine.Tests.Scenarios.ScenarioSpec;

namespace CaseFlow.Engine.Tests.Scenarios;

/// <summary>What an author is told: each broken file in the folder, with the approved text beside it.</summary>
public sealed class BrokenScenarioTests
{
    private static readonly string folder = Repository.PathTo("tests", "CaseFlow.Engine.Tests", "Scenarios", "Broken");

    public static TheoryData<string> Names =>
        [
            .. Directory
                .EnumerateFiles(folder, $"*{ScenarioReader.FileEnding}")
                .Select(path => Path.GetFileName(path)[..^ScenarioReader.FileEnding.Length])
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_broken_file_is_refused_with_every_problem_at_its_place(string name)
    {
        var text = File.ReadAllText(Path.Combine(folder, name + ScenarioReader.FileEnding));

        var broken = Assert.IsType<ScenarioReadResult.Broken>(Read(text));

        Approved.Matches(Path.Combine(folder, name), string.Concat(broken.Problems.Select(problem => $"{problem}\n")));
    }

    [Fact]
    public void The_file_is_called_like_its_process()
    {
        var result = ScenarioReader.Read(
            "suport.scenarios.yaml",
            "- scenario: Opens\n  then: { status: open }\n",
            Support
        );

        Assert.Equal(
            "suport.scenarios.yaml(1,1): error CF0019: the scenarios of process 'support' belong into the file "
                + "'support.scenarios.yaml', and this one is 'suport.scenarios.yaml'",
            Assert.Single(Assert.IsType<ScenarioReadResult.Broken>(result).Problems).ToString()
        );
    }

    [Fact]
    public void A_process_without_stages_and_queues_is_told_so()
    {
        var result = Read(
            """
            - scenario: Nowhere to go
              steps:
                - queue: gold
                - stage: research
              then: { path: research, rule: Gold, stage: none, queue: none }
            """,
            TestProcesses.Plain.Process
        );

        Assert.Equal(
            [
                "'queue' is not possible, because the process declares none, and here is 'gold'",
                "'stage' is one of next, back, and here is 'research'",
                "'path' is not possible, because the process declares none, and here is 'research'",
                "'rule' is not possible, because the process declares none, and here is 'Gold'",
            ],
            Assert.IsType<ScenarioReadResult.Broken>(result).Problems.Select(problem => problem.Message)
        );
    }

    public static TheoryData<string> Codes =>
        [
            .. typeof(ProblemCodes)
                .GetFields()
                .Select(code => (string)code.GetValue(null)!)
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_is_explained(string code) =>
        Assert.Contains(
            $"| {code} |",
            File.ReadAllText(Repository.PathTo("docs", "problems.md")),
            StringComparison.Ordinal
        );
}
