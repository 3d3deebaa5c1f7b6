using System.Globalization;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Scenarios.Reading;

/// <summary>The cases that another one can be merged into, as a scenario calls them.</summary>
internal static class Survivors
{
    /// <summary>The case that a scenario is about.</summary>
    public static readonly CaseId Itself = Id("00000000-0000-0000-0000-000000000001");

    private static readonly CaseId Other = Id("00000000-0000-0000-0000-000000000002");

    public static ImmutableArray<string> All { get; } =
    ["active-case", "resolved-case", "cancelled-case", "unknown-case", "itself"];

    /// <summary>The id, and what is known of the case.</summary>
    public static (CaseId? Id, SurvivorFacts? Facts) Find(string? word) =>
        word switch
        {
            "active-case" => (Other, new SurvivorFacts(Other, CaseState.Active)),
            "resolved-case" => (Other, new SurvivorFacts(Other, CaseState.Resolved)),
            "cancelled-case" => (Other, new SurvivorFacts(Other, CaseState.Cancelled)),
            "unknown-case" => (Other, null),
            "itself" => (Itself, new SurvivorFacts(Itself, CaseState.Active)),
            _ => (null, null),
        };

    private static CaseId Id(string text) => new(Guid.Parse(text, CultureInfo.InvariantCulture));
}
