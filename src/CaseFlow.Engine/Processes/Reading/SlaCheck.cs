using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Finds promises that nobody could keep or break: events that never come, clocks that never count.</summary>
internal sealed class SlaCheck(
    ImmutableArray<StatusDefinition> statuses,
    ImmutableArray<Transition> transitions,
    bool hasStages,
    bool hasQueues,
    ProblemList problems
)
{
    /// <summary>False where mistakes elsewhere in the file would look like such promises.</summary>
    public bool IsSound { get; init; } = true;

    public void Check(
        YamlScalar kpi,
        ImmutableArray<PlacedEvent> starts,
        ImmutableArray<PlacedEvent> metBy,
        YamlNode? pauses
    )
    {
        if (!IsSound)
        {
            return;
        }

        foreach (var (pattern, at) in starts.Concat(metBy))
        {
            if (WhyNever(pattern.Kind.Name) is { } why)
            {
                problems.Add(at, ProblemCodes.NeverMet, $"'{pattern.Kind}' never happens: {why}");
            }
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

    private string? WhyNever(string kind) =>
        kind switch
        {
            "case.resolved" when !Leads(CaseState.Active, CaseState.Resolved) => "no transition resolves a case",
            "case.cancelled" when !Leads(CaseState.Active, CaseState.Cancelled) => "no transition cancels a case",
            "case.reactivated" when !transitions.Any(move => !IsActive(move.From) && IsActive(move.To)) =>
                "no transition leads from a closed status to an active one",
            "stage.entered" when !hasStages => "the file declares no stages",
            "case.queued" or "case.unqueued" or "case.picked" or "case.released" when !hasQueues =>
                "the file declares no queues",
            _ => null,
        };

    private bool Leads(CaseState from, CaseState to) =>
        transitions.Any(move => StateOf(move.From) == from && StateOf(move.To) == to);

    private bool IsActive(string status) => StateOf(status) == CaseState.Active;

    private static bool IsActive(StatusDefinition status) => status.State == CaseState.Active;

    private CaseState? StateOf(string key) => statuses.FirstOrDefault(status => status.Key == key)?.State;
}
