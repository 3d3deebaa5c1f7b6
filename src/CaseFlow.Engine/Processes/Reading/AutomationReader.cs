using CaseFlow.Engine.Automation;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads the automation rules.</summary>
/// <param name="scope">The names that any condition of the process can use.</param>
internal sealed class AutomationReader(
    ConditionScope scope,
    FieldReader fields,
    EventNames names,
    EventReader events,
    EventCheck eventCheck,
    ActionReader actions,
    ProblemList problems
)
{
    private readonly Dictionary<string, YamlPlace> places = new(StringComparer.Ordinal);

    /// <param name="loops">Judges the rules together.</param>
    public ImmutableArray<AutomationRule> Read(YamlNode? section, AutomationLoopCheck loops)
    {
        var rules = ImmutableArray.CreateBuilder<AutomationRule>();
        foreach (var entry in (section as YamlSequence)?.Items ?? [])
        {
            if (entry.At(AutomationKeys.Rule).AsScalar() is not { } name)
            {
                continue;
            }

            if (places.TryAdd(name.Value, name.Start))
            {
                rules.Add(ReadRule(name.Value, entry));
            }
            else
            {
                problems.Add(
                    name.Start,
                    ProblemCodes.DuplicateName,
                    $"a rule called '{name.Value}' stands in line {places[name.Value].Line} already; histories keep the name as the reason"
                );
            }
        }

        loops.Check(rules.ToImmutable(), places);
        return rules.ToImmutable();
    }

    private AutomationRule ReadRule(string name, YamlNode entry)
    {
        var on = events.Read(entry.At(AutomationKeys.On));
        eventCheck.Check(on);

        // Where no event can be read, what the conditions ask about it cannot be judged.
        ImmutableArray<EventKind> kinds = on.IsEmpty
            ? EventKind.All
            : [.. on.Select(placed => placed.Event.Kind).Distinct()];
        var own = EventVariable.AddTo(scope, kinds, names);
        var when = new ConditionReader(own, fields, problems).Read(
            entry.At(AutomationKeys.When),
            "so the rule never fires"
        );
        return new AutomationRule(
            name,
            [.. on.Select(placed => placed.Event)],
            [.. when.Select(placed => placed.Condition)],
            actions.Read(entry.At(AutomationKeys.Do)),
            own
        );
    }
}
