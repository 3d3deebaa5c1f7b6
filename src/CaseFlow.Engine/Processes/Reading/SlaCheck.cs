using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Finds promises that nobody could keep or break: events that never come, clocks that never count.</summary>
/// <param name="events">Finds the events that never come at all.</param>
internal sealed class SlaCheck(ImmutableArray<StatusDefinition> statuses, EventCheck events, ProblemList problems)
{
    public void Check(
        YamlScalar kpi,
        ImmutableArray<PlacedEvent> starts,
        ImmutableArray<PlacedEvent> metBy,
        YamlNode? pauses
    )
    {
        if (!events.IsSound)
        {
            return;
        }

        events.Check(starts.Concat(metBy));
        foreach (var (pattern, at) in starts.Concat(metBy).Where(placed => placed.Event.Kind.IsOfClock))
        {
            problems.Add(
                at,
                ProblemCodes.NeverMet,
                $"clocks do not hear of '{pattern.Kind}'; what a case does at it stands under 'on-warn', 'on-fail' or 'automation'"
            );
        }

        foreach (
            var (pattern, at) in starts.Where(start => start.Event.Kind.Name is "case.resolved" or "case.cancelled")
        )
        {
            problems.Add(
                at,
                ProblemCodes.NeverMet,
                $"a clock that starts with '{pattern.Kind}' would never count: clocks stand still while a case is closed"
            );
        }

        if (pauses is null && statuses.Where(IsActive).All(status => status.PausesSla))
        {
            problems.Add(
                kpi.Start,
                ProblemCodes.NeverMet,
                "this clock would never count: every active status has 'pauses-sla'; add 'pauses: never', or let some status count"
            );
        }
    }

    private static bool IsActive(StatusDefinition status) => status.State == CaseState.Active;
}
