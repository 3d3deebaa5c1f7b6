namespace CaseFlow.Engine.Cases;

/// <summary>The names of one process that the fields of its events take their values from.</summary>
public sealed record EventNames(
    ImmutableArray<string> Statuses,
    ImmutableArray<string> Stages,
    ImmutableArray<string> Queues,
    ImmutableArray<string> Kpis
)
{
    /// <summary>All values that the field can have; empty where it can have any.</summary>
    public ImmutableArray<string> ValuesOf(EventField field) =>
        field.Of switch
        {
            EventFieldOf.Statuses => Statuses,
            EventFieldOf.Stages => Stages,
            EventFieldOf.Queues => Queues,
            EventFieldOf.Kpis => Kpis,
            _ => field.KnownValues,
        };
}
