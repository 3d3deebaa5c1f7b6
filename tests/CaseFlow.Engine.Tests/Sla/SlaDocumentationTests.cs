using System.Text.RegularExpressions;
using CaseFlow.Engine.Sla;
using CaseFlow.Engine.Tests.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Sla;

/// <summary>The example in docs/sla.md, told again by the product.</summary>
public sealed partial class SlaDocumentationTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathTo("docs", "sla.md"));

    [Fact]
    public void The_example_is_what_happens()
    {
        var yaml = string.Join(
            '\n',
            Page.Split("```yaml\n")[1].Split("```")[0].Split('\n').Where(line => !line.StartsWith('#'))
        );
        var spec = new ClockSpec(CaseSpec.Of(yaml).Process)
            .At("2026-03-02T10:00:00", Create())
            .Then(ClockState.Running, 0);
        Assert.Equal(
            (ClockSpec.At("2026-03-02T17:00:00"), ClockSpec.At("2026-03-03T10:00:00")),
            (spec.Clock("Resolution").Due.Warn, spec.Clock("Resolution").Due.Fail)
        );

        spec = spec.At("2026-03-02T13:00:00", Status("waiting-for-customer"))
            .At("2026-03-02T15:00:00", Edit(("priority", Text("high"))))
            .At("2026-03-02T15:00:00", Status("open"));
        Assert.Equal(
            (ClockSpec.At("2026-03-02T16:00:00"), 1),
            (spec.Clock("Resolution").Due.Fail, spec.Clock("Resolution").Warned)
        );

        spec = spec.At("2026-03-02T15:30:00", Resolve());
        Assert.Equal((ClockState.Met, 9_000L), (spec.Clock("Resolution").State, spec.Clock("Resolution").Counted));
        Assert.Equal(
            Rows().Matches(Page).Select(row => row.Value.Trim('\n')),
            spec.Story("2026-03-09T00:00:00")
                .Intervals.Select(interval =>
                    $"| {interval.From.AddHours(1):HH:mm} | {interval.To.AddHours(1):HH:mm} "
                    + $"| {interval.Kind.ToString().ToLowerInvariant()} | {interval.Seconds} | {interval.Rule} |"
                )
        );
    }

    [Fact]
    public void Every_state_is_explained() =>
        Assert.All(ClockStates.Names, name => Assert.Contains($"| `{name}` |", Page, StringComparison.Ordinal));

    [GeneratedRegex(@"^\| \d\d:\d\d .*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Rows();
}
