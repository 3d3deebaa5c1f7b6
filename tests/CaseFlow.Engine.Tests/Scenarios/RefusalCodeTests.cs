using System.Text.RegularExpressions;
using CaseFlow.Engine.Scenarios;

namespace CaseFlow.Engine.Tests.Scenarios;

public sealed partial class RefusalCodeTests
{
    // A scenario cannot name what does not exist, so it never meets these.
    private static readonly ImmutableArray<string> neverMet =
    [
        "case-exists",
        "children-active",
        "family-refused",
        "merge-refused",
        "not-merged",
        "nothing-to-undo",
        "unmerge-too-late",
        "no-mapping",
        "no-such-case",
        "status-not-initial",
        "unknown-customer",
        "unknown-queue",
        "unknown-status",
        "user-inactive",
        "version-conflict",
    ];

    [Fact]
    public void A_scenario_can_name_every_refusal_that_it_can_meet()
    {
        var codes = new[] { "Refusal.cs", "Refusal.Undo.cs" }
            .Select(file => File.ReadAllText(Repository.PathTo("src", "CaseFlow.Engine", "Cases", file)))
            .SelectMany(source => BaseCall().Matches(source))
            .SelectMany(call => Literal().Matches(call.Value))
            .Select(literal => literal.Groups["code"].Value)
            .Concat(["use-cancel", "use-reactivate", "use-resolve"]);

        Assert.Equal(
            codes.Order(StringComparer.Ordinal),
            ScenarioRefusals.Codes.Concat(neverMet).Order(StringComparer.Ordinal)
        );
    }

    [GeneratedRegex(@": Refusal\(.*?\)\s*\{", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex BaseCall();

    [GeneratedRegex("\"(?<code>[a-z-]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Literal();
}
