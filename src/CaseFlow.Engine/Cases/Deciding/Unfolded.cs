using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>A case in the middle of a decision: what has happened so far, to it and along with it to others, and what is known by now.</summary>
/// <param name="Case">As the events so far made it; null before it is opened.</param>
/// <param name="Told">With the other cases as the events so far made them.</param>
internal readonly record struct Unfolded(CaseProcess Process, Case? Case, CaseFacts Told)
{
    public ImmutableArray<CaseEvent> Events { get; init; } = [];

    /// <summary>Each case once.</summary>
    public ImmutableArray<AlongEvents> Along { get; init; } = [];

    /// <summary>A command to the case as it is now.</summary>
    public Question Ask(CaseCommand command) => new(Process, Case!, command, Told);

    /// <summary>The position in the history of the case that one of the events has.</summary>
    public int PositionOf(int index) => Case!.Version - Events.Length + index + 1;

    public Unfolded With(params ImmutableArray<CaseEvent> events) =>
        events.IsEmpty
            ? this
            : this with
            {
                Case = events.Aggregate(Case, CaseHistory.Evolve),
                Events = Events.AddRange(events),
            };

    public Unfolded With(ImmutableArray<CaseEvent> events, ImmutableArray<AlongEvents> along) =>
        along.Aggregate(With(events), (so, other) => so.With(other));

    private Unfolded With(AlongEvents other)
    {
        var before = Along.FirstOrDefault(one => one.Case == other.Case);
        return this with
        {
            Along = before is null
                ? Along.Add(other)
                : Along.Replace(before, other with { Events = before.Events.AddRange(other.Events) }),
            Told = Told with
            {
                Related =
                [
                    .. Told.Related.Select(one =>
                        one.Case.Id == other.Case
                            ? one with
                            {
                                Case = other.Events.Aggregate(one.Case, CaseHistory.Evolve),
                            }
                            : one
                    ),
                ],
            },
        };
    }
}
