using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Scenarios;
using CaseFlow.Engine.Scenarios.Reading;
using CaseFlow.Engine.Scenarios.Reading.Keys;

namespace CaseFlow.Engine.Tests.Scenarios;

/// <summary>docs/scenarios.md tells all that a scenario can say, and what it shows is true of a process that is shipped.</summary>
public sealed class ScenarioDocumentationTests
{
    private const string Process = "support-case";

    private static readonly string page = File.ReadAllText(Repository.PathTo("docs", "scenarios.md"));

    public static TheoryData<string> Examples =>
        [.. page.Split("```yaml\n").Skip(1).Select(part => part.Split("\n```")[0])];

    public static TheoryData<string> Keys
    {
        get
        {
            var keys = new FileKeys(ScenarioFiles.Process(Process));
            return
            [
                .. NamesIn(keys.File).Except(keys.Edit.Fields).Distinct(StringComparer.Ordinal),
                .. keys.Step.Commands.Select(command => command.Name),
            ];
        }
    }

    public static TheoryData<string> Words => [.. ScenarioRefusals.Codes, .. Survivors.All];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_passes(string yaml)
    {
        var process = ScenarioFiles.Process(Process);

        foreach (var scenario in ScenarioSpec.AllOf(yaml, process))
        {
            var run = ScenarioRunner.Run(process, scenario);

            Assert.True(run.Passed, string.Join('\n', run.Failures));
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_key_is_described(string name) => Assert.Matches($"(`|{{ |, ){name}(`|: )", page);

    [Theory]
    [MemberData(nameof(Words))]
    public void Every_word_is_described(string word) => Assert.Contains($"`{word}`", page, StringComparison.Ordinal);

    private static IEnumerable<string> NamesIn(Shape shape) =>
        shape switch
        {
            Shape.ListOf list => NamesIn(list.Of),
            Shape.Keys(var section) => NamesIn(section),
            Shape.ShortOr(_, var section) => NamesIn(section),
            Shape.Kinds kinds => kinds.Of.SelectMany(NamesIn),
            _ => [],
        };

    private static IEnumerable<string> NamesIn(Section section) =>
        section.Keys.SelectMany(key => NamesIn(key.Shape).Prepend(key.Name));
}
