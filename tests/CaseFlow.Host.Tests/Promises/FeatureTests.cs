using System.Text.RegularExpressions;

namespace CaseFlow.Host.Tests.Promises;

/// <summary>Every feature that is promised has tests that are named for it.</summary>
public sealed partial class FeatureTests
{
    /// <summary>What the product can do, in the order in which a customer's case meets it.</summary>
    private static readonly string[] Features =
    [
        "Create a case",
        "Customer is account or contact",
        "Inline create of customer/contact",
        "Contact separate from customer",
        "Customer context on the case",
        "Existing-case check before creation",
        "Title, description, priority, severity, origin, type, product, subject",
        "Subject / category tree",
        "Edit a case",
        "Stage gate",
        "State + reason model",
        "Allowed transitions",
        "Add a case to a queue",
        "Reassign to user or team",
        "Check what support the customer has",
        "Terms by cases or hours",
        "Terms by channel",
        "By product, by contact",
        "Billable time deducted on resolve",
        "Entitlement supplies the SLA",
        "Phone call, task, appointment, email, note",
        "Timeline",
        "Duration roll-up",
        "Resolution activity",
        "Resolve dialog",
        "Open activities at resolve",
        "Cancel needs closed activities",
        "Cancel as Cancelled or Merged",
        "Reactivate",
        "Find similar resolved cases",
        "\"Solution found\" link",
        "Process bar with current stage, steps, what is missing",
    ];

    public static TheoryData<string> Names => [.. Features];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_feature_has_a_test(string feature) => Assert.Contains(feature, Named());

    [Fact]
    public void Every_test_that_is_named_for_a_feature_is_named_for_one_of_these() =>
        Assert.Empty(Named().Except(Features, StringComparer.Ordinal));

    private static HashSet<string> Named() =>
        [
            .. from file in Directory.EnumerateFiles(Repository.PathTo("tests"), "*.cs", SearchOption.AllDirectories)
            from named in Trait().Matches(File.ReadAllText(file))
            select Regex.Unescape(named.Groups["feature"].Value),
        ];

    // Of a test, not of a class: what stands behind it is the rest of its attributes and the test itself.
    [GeneratedRegex(
        """^    \[Trait\("Feature", "(?<feature>(?:[^"\\]|\\.)*)"\)\]$(?=(?:\s+(?:\[.*\]|//.*))*\s+public )""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Trait();
}
