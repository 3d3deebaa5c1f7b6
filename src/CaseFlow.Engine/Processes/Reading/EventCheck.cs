using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Finds events that never come, so that whoever waits for them waits for ever.</summary>
internal sealed class EventCheck(
    ImmutableArray<StatusDefinition> statuses,
    ImmutableArray<Transition> transitions,
    EventNames names,
    ProblemList problems
)
{
    /// <summary>False where mistakes elsewhere in the file would look like such events.</summary>
    public bool IsSound { get; init; } = true;

    public void Check(IEnumerable<PlacedEvent> events)
    {
        foreach (var (pattern, at) in events)
        {
            if (IsSound && WhyNever(pattern.Kind.Name) is { } why)
            {
                problems.Add(at, ProblemCodes.NeverMet, $"'{pattern.Kind}' never happens: {why}");
            }
        }
    }

    private string? WhyNever(string kind) =>
        kind switch
        {
            "case.resolved" when !Leads(CaseState.Active, CaseState.Resolved) => "no transition resolves a case",
            "case.cancelled" when !Leads(CaseState.Active, CaseState.Cancelled) => "no transition cancels a case",
            "case.reactivated" when !transitions.Any(move => !IsActive(move.From) && IsActive(move.To)) =>
                "no transition leads from a closed status to an active one",
            "stage.entered" when names.Stages.IsEmpty => "the file declares no stages",
            "case.queued" or "case.unqueued" or "case.picked" or "case.released" when names.Queues.IsEmpty =>
                "the file declares no queues",
            "clock.warned" or "clock.met" or "clock.failed" when names.Kpis.IsEmpty => "the file has no SLA rules",
            _ => null,
        };

    private bool Leads(CaseState from, CaseState to) =>
        transitions.Any(move => StateOf(move.From) == from && StateOf(move.To) == to);

    private bool IsActive(string status) => StateOf(status) == CaseState.Active;

    private CaseState? StateOf(string key) => statuses.FirstOrDefault(status => status.Key == key)?.State;
}
