namespace CaseFlow.Engine.Sla;

/// <summary>What a clock runs towards: a rule with its times, and the calendar by which it counts.</summary>
/// <param name="Rule">The name of the rule among those of its KPI.</param>
/// <param name="Calendar">Null where all time counts.</param>
/// <param name="Fingerprint">Tells one content of the calendar from another.</param>
/// <param name="WarnAfter">Seconds that count, in order.</param>
/// <param name="FailAfter">Seconds that count.</param>
public sealed record ClockTarget(
    string Rule,
    string? Calendar,
    string? Fingerprint,
    ImmutableArray<long> WarnAfter,
    long FailAfter
)
{
    public bool Equals(ClockTarget? other) =>
        other is not null
        && Rule == other.Rule
        && Calendar == other.Calendar
        && Fingerprint == other.Fingerprint
        && FailAfter == other.FailAfter
        && WarnAfter.SequenceEqual(other.WarnAfter);

    public override int GetHashCode() => HashCode.Combine(Rule, Calendar, Fingerprint, FailAfter, WarnAfter.Length);
}

/// <summary>When the next warning and the failure of a clock are due, as long as nothing changes; null for none.</summary>
public sealed record ClockDue(DateTimeOffset? Warn, DateTimeOffset? Fail)
{
    public static ClockDue None { get; } = new(null, null);
}
