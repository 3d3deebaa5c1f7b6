using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Scenarios.Reading.Keys;
using CaseFlow.Engine.Sla;

namespace CaseFlow.Engine.Scenarios.Running;

/// <summary>Compares a case with what must be so of it.</summary>
internal sealed class CaseCheck(
    CaseProcess process,
    Case current,
    CaseFacts told,
    string? rule,
    IEnumerable<string> fired,
    ImmutableDictionary<Guid, CustomerFacts> people
)
{
    /// <summary>What is not as expected, or null.</summary>
    public Difference? Difference(Expectation expected) =>
        expected switch
        {
            Expectation.Is(var place, var property, var value) => Compare(
                place,
                property,
                value,
                CaseText.Of(current, property, rule, fired, people)
            ),
            Expectation.Field(var place, var key, var value) when current.Fields[key] != value => new Difference(
                place,
                $"field '{key}' to be {Shown(value)}",
                $"it is {Shown(current.Fields[key])}"
            ),
            Expectation.ClockIs(var place, var kpi, var state) => Compare(
                place,
                $"clock '{kpi}'",
                state,
                current.Clocks.FirstOrDefault(clock => clock.Kpi == kpi) is { } clock
                    ? ClockStates.Of(clock.State)
                    : ProcessWords.None
            ),
            Expectation.Can can => CanDiffers(can),
            _ => null,
        };

    private static Difference? Compare(ScenarioPlace place, string property, string expected, string came) =>
        expected == came ? null : new Difference(place, $"{property} to be '{expected}'", $"it is '{came}'");

    private Difference? CanDiffers(Expectation.Can can)
    {
        ImmutableArray<Possibility> candidates =
        [
            .. CasePossibilities
                .Of(process, current, can.By, can.At, told)
                .Where(one => one.Name == can.Command && (can.Target is null || one.To == can.Target)),
        ];
        var open = candidates.FirstOrDefault(one => one.Refusal is null);
        if (open is not null == can.Possible)
        {
            return null;
        }

        var command = can.Target is null ? can.Command : $"{can.Command} {can.Target}";
        return can.Possible
            ? new Difference(can.Place, $"'{command}' to be possible for {can.By.User}", WhyNot(candidates))
            : new Difference(can.Place, $"'{command}' not to be possible for {can.By.User}", "it is");
    }

    private string WhyNot(ImmutableArray<Possibility> candidates) =>
        candidates.FirstOrDefault()?.Refusal is { } reason
            ? $"it would be refused as '{reason.Code}': {reason.Explain()}"
            : $"no such command leads there for a case that is {StateNames.Of(current.State)}";

    private static string Shown(FieldValue? value) => value is null ? "empty" : $"'{value}'";
}
