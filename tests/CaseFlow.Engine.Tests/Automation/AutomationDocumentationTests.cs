using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Scenarios;
using CaseFlow.Engine.Tests.Processes;
using CaseFlow.Engine.Tests.Scenarios;

namespace CaseFlow.Engine.Tests.Automation;

/// <summary>docs/automation.md: what it shows can be read and is true, and every event and action is described.</summary>
public sealed class AutomationDocumentationTests
{
    private static readonly string page = File.ReadAllText(Repository.PathTo("docs", "automation.md"));
    private static readonly string format = File.ReadAllText(Repository.PathTo("docs", "process-format.md"));

    public static TheoryData<string> Events => [.. EventKind.All.Select(kind => kind.Name)];

    [Fact]
    public void The_rule_that_is_shown_can_be_read()
    {
        var source = Definitions.ShippedText("support-case");
        var rules = page.Split("```yaml\n")[1].Split("```")[0];

        var process = CaseFlow
            .Engine.Tests.Cases.CaseSpec.Of(
                "process: support-case\n"
                    + source[
                        source.IndexOf("title:", StringComparison.Ordinal)..source.IndexOf(
                            "automation:",
                            StringComparison.Ordinal
                        )
                    ]
                    + rules
            )
            .Process;

        Assert.Single(process.Parts.Automation);
    }

    [Fact]
    public void The_scenario_that_is_shown_passes()
    {
        var process = ScenarioFiles.Process("support-case");
        var scenario = ScenarioSpec.One(page.Split("```yaml\n")[^1].Split("```")[0], process);

        Assert.Equal("", string.Join('\n', ScenarioRunner.Run(process, scenario).Failures));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Each_event_is_described_with_its_fields(string name)
    {
        var row = format
            .Split('\n')
            .Single(line =>
                line.StartsWith("| `", StringComparison.Ordinal) && line.Contains($"`{name}`", StringComparison.Ordinal)
            );

        Assert.All(
            EventKind.Find(name)!.Fields,
            field => Assert.Contains($"`{field.Name}`", row, StringComparison.Ordinal)
        );
    }
}
