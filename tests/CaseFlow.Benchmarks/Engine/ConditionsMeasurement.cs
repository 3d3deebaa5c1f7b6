using CaseFlow.Engine.Conditions;

namespace CaseFlow.Benchmarks;

/// <summary>Conditions as processes have them, each asked alone.</summary>
internal static class ConditionsMeasurement
{
    private static readonly ImmutableArray<string> Typical =
    [
        "case.priority == 'high'",
        "customer.tier in ['gold', 'platinum']",
        "case.priority != 'high' || has(case.fields.impact)",
        "case.title.matches('(?i)outage|down|interruption')",
        "now - case.createdAt > duration('4h')",
        "actor.roles.exists(role, role == 'supervisor')",
    ];

    public static async IAsyncEnumerable<Figure> Run()
    {
        var process = Processes.SupportCase;
        var (about, told) = CaseSeed.OpenWith(process);
        var facts = process.Conditions.Facts(about, told, CaseSeed.Ann, about.CreatedAt.AddHours(1));
        foreach (var text in Typical)
        {
            var condition = Condition.Read(text, process.Parts.Scope).Condition!;
            var cost = FunctionCost.Of(calls: 10_000, () => condition.Holds(facts));
            yield return new(
                text.Length > 46 ? text[..45] + "…" : text,
                cost.Nanoseconds,
                "ns",
                null,
                FormattableString.Invariant($"{cost.Bytes:#,##0} bytes allocated")
            );
        }

        await Task.CompletedTask;
    }
}
