using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Scenarios;

namespace CaseFlow.Engine.Tests.Scenarios;

/// <summary>The scenarios beside the processes that are shipped, each a test of its own.</summary>
public sealed class ShippedScenarioTests
{
    private static readonly string folder = Repository.PathTo("workflows");

    // Reading them is a test too, so a file that is broken shows as one failure and not as no tests at all.
    public static TheoryData<string, string> Scenarios
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var key in ScenarioFiles.Keys)
            {
                foreach (var scenario in ScenarioFiles.Read(key) is ScenarioReadResult.Ready(var all) ? all : [])
                {
                    data.Add(key, scenario.Name);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> Keys => [.. ScenarioFiles.Keys];

    [Fact]
    public void Every_shipped_process_has_scenarios() =>
        Assert.Equal(
            Directory
                .EnumerateFiles(folder, $"*{ProcessReader.FileEnding}", SearchOption.AllDirectories)
                .Select(path => Path.GetFileName(path)[..^ProcessReader.FileEnding.Length])
                .Order(StringComparer.Ordinal),
            ScenarioFiles.Keys
        );

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_shipped_file_can_be_read(string key)
    {
        var problems = ScenarioFiles.Read(key) is ScenarioReadResult.Broken broken ? broken.Problems : [];

        Assert.True(problems.IsEmpty, string.Join('\n', problems));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Passes(string key, string name)
    {
        var ready = Assert.IsType<ScenarioReadResult.Ready>(ScenarioFiles.Read(key));

        var run = ScenarioRunner.Run(ScenarioFiles.Process(key), ready.Scenarios.Single(one => one.Name == name));

        Assert.True(run.Passed, string.Join('\n', run.Failures));
    }
}
