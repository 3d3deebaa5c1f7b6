using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Sla;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads the SLA rules.</summary>
internal sealed class SlaReader(
    KnownNames calendarNames,
    ConditionReader conditions,
    EventReader events,
    WaitReader waits,
    ActionReader actions,
    ProblemList problems
)
{
    private readonly Dictionary<(string Kpi, string Rule), YamlPlace> names = [];
    private readonly Dictionary<string, YamlPlace> titles = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kpi, string? Sla), YamlPlace> forAll = [];
    private readonly Dictionary<string, YamlPlace> supplied = new(StringComparer.Ordinal);

    /// <param name="check">Judges each rule as a whole.</param>
    public ImmutableArray<SlaRule> Read(YamlNode? section, SlaCheck check)
    {
        var rules = ImmutableArray.CreateBuilder<SlaRule>();
        foreach (var entry in (section as YamlSequence)?.Items ?? [])
        {
            if (entry.At(SlaKeys.Kpi).AsScalar() is { } kpi)
            {
                rules.Add(ReadRule(kpi, entry, check));
            }
        }

        return rules.ToImmutable();
    }

    private SlaRule ReadRule(YamlScalar kpi, YamlNode entry, SlaCheck check)
    {
        var when = ReadLasting(entry.At(SlaKeys.When), "so the rule never applies");
        var sla = entry.At(SlaKeys.Sla).AsText();
        var calendar = calendarNames.Refer(entry.At(SlaKeys.Calendar), "SLA by");
        var failAfter = waits.ReadTime(entry.At(SlaKeys.FailAfter), calendar);
        var (starts, metBy) = (events.Read(entry.At(SlaKeys.Starts)), events.Read(entry.At(SlaKeys.MetBy)));
        var name = entry.At(SlaKeys.Rule).AsText() ?? sla ?? kpi.Value;
        if (IsNew(kpi, name))
        {
            CheckOrder(kpi, sla, entry.At(SlaKeys.When) is not null);
        }

        check.Check(kpi, starts, metBy, entry.At(SlaKeys.Pauses));
        return new SlaRule
        {
            Kpi = kpi.Value,
            Title = ReadTitle(kpi, entry.At(SlaKeys.Title)),
            Name = name,
            When = sla is null ? when : [conditions.SuppliesSla(sla), .. when],
            Sla = sla,
            Calendar = calendar,
            Starts = [.. starts.Select(placed => placed.Event)],
            MetBy = [.. metBy.Select(placed => placed.Event)],
            Pauses = ReadPauses(entry.At(SlaKeys.Pauses)),
            WarnAfter = ReadWarnings(entry.At(SlaKeys.WarnAfter), failAfter),
            FailAfter = failAfter ?? 0,
            OnWarn = actions.Read(entry.At(SlaKeys.OnWarn)),
            OnFail = actions.Read(entry.At(SlaKeys.OnFail)),
        };
    }

    private LocalText? ReadTitle(YamlScalar kpi, YamlNode? node)
    {
        if (Labels.Read(node) is not { } title)
        {
            return null;
        }

        if (!titles.TryAdd(kpi.Value, node!.Start))
        {
            problems.Add(
                node.Start,
                ProblemCodes.DuplicateName,
                $"KPI '{kpi.Value}' has a title in line {titles[kpi.Value].Line} already; one of its rules says it for all"
            );
        }

        return title;
    }

    private bool IsNew(YamlScalar kpi, string name)
    {
        if (names.TryAdd((kpi.Value, name), kpi.Start))
        {
            return true;
        }

        problems.Add(
            kpi.Start,
            ProblemCodes.DuplicateName,
            $"KPI '{kpi.Value}' has a rule '{name}' in line {names[(kpi.Value, name)].Line} already; give each a 'rule' of its own"
        );
        return false;
    }

    // The first rule that applies is taken, so the file stands in the order of what counts: conditions, entitlement, default.
    private void CheckOrder(YamlScalar kpi, string? sla, bool hasConditions)
    {
        if (forAll.TryGetValue((kpi.Value, null), out var before))
        {
            problems.Add(
                kpi.Start,
                ProblemCodes.NeverMatches,
                $"this rule can never apply, because the one in line {before.Line} has no 'when' and takes every case; put it last"
            );
        }
        else if (sla is not null && forAll.TryGetValue((kpi.Value, sla), out before))
        {
            problems.Add(
                kpi.Start,
                ProblemCodes.NeverMatches,
                $"this rule can never apply, because the one in line {before.Line} has no 'when' and takes every case of SLA '{sla}'; put it last"
            );
        }
        else if (sla is null && hasConditions && supplied.TryGetValue(kpi.Value, out before))
        {
            problems.Add(
                kpi.Start,
                ProblemCodes.SlaOrder,
                $"a rule with 'when' comes before what an entitlement supplies; put this one above line {before.Line}"
            );
        }

        if (!hasConditions)
        {
            forAll.TryAdd((kpi.Value, sla), kpi.Start);
        }

        if (sla is not null)
        {
            supplied.TryAdd(kpi.Value, kpi.Start);
        }
    }

    private ImmutableArray<Condition>? ReadPauses(YamlNode? node) =>
        node is null ? null
        : node.AsText() == SlaKeys.Never ? []
        : node is YamlScalar ? null
        : ReadLasting(node, "so the clock is never paused; write 'pauses: never'");

    private ImmutableArray<long> ReadWarnings(YamlNode? node, long? failAfter)
    {
        var warnings = new SortedSet<long>();
        foreach (var text in node.ManyScalars())
        {
            if (waits.ReadWarning(text, failAfter) is { } seconds && !warnings.Add(seconds))
            {
                problems.Add(
                    text.Start,
                    ProblemCodes.DuplicateName,
                    $"the warning after {text.Value.Trim()} stands here twice"
                );
            }
        }

        return [.. warnings];
    }

    // A clock lasts, and nobody asks while time passes: what only holds at a moment cannot be followed.
    private ImmutableArray<Condition> ReadLasting(YamlNode? node, string never)
    {
        var read = conditions.Read(node, never);
        foreach (var (condition, at) in read)
        {
            if (condition.Names.FirstOrDefault(IsOfMoment) is { } name)
            {
                problems.Add(
                    at,
                    ProblemCodes.ConditionOfMoment,
                    $"'{name}' is different at each moment, and a clock follows what lasts; use the case, its customer or its queue"
                );
            }
        }

        return [.. read.Select(placed => placed.Condition)];
    }

    private static bool IsOfMoment(string name) =>
        name == "now" || name == "actor" || name.StartsWith("actor.", StringComparison.Ordinal);
}
