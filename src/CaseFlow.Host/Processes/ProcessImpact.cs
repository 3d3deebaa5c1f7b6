using CaseFlow.Engine.Sla;

namespace CaseFlow.Host.Processes;

/// <summary>What a version means for the open cases of its process.</summary>
/// <param name="Follow">Cases that stand where the version knows: they run by it from now on.</param>
/// <param name="CarriedOver">Cases that its <c>migrate</c> brings over.</param>
/// <param name="Stay">Cases that stay on the version they run by now, for want of a mapping.</param>
/// <param name="Unmapped">Where those stand.</param>
/// <param name="NeedsMapping">The statuses, stages and queues that those want a mapping for.</param>
/// <param name="Looked">What was found by looking at the cases themselves; null where nobody asked, or no version runs yet.</param>
internal sealed record ProcessImpact(
    int Follow,
    int CarriedOver,
    int Stay,
    ImmutableArray<ProcessImpact.Place> Unmapped,
    ImmutableArray<ProcessImpact.UnknownName> NeedsMapping,
    ProcessImpact.Look? Looked
)
{
    public sealed record Place(string Status, string? Stage, string? Queue, int Cases);

    /// <param name="Kind"><c>status</c>, <c>stage</c> or <c>queue</c>.</param>
    public sealed record UnknownName(string Kind, string Name, int Cases);

    /// <param name="Seen">How many open cases were looked at: the newest.</param>
    /// <param name="Open">How many there are.</param>
    /// <param name="Rerouted">Those that the rules would send elsewhere than the rules that run.</param>
    /// <param name="Clocks">The clocks that would run to another end.</param>
    public sealed record Look(
        int Seen,
        int Open,
        ImmutableArray<RerouteCount> Rerouted,
        ImmutableArray<ClockCount> Clocks
    );

    /// <param name="From">Null where no rule that runs matches.</param>
    /// <param name="To">Null where no rule matches.</param>
    /// <param name="Examples">Tickets of some of them.</param>
    public sealed record RerouteCount(string? From, string? To, int Cases, ImmutableArray<string> Examples);

    public sealed record ClockCount(string Kpi, int Cases, ImmutableArray<ClockExample> Examples);

    /// <param name="Before">Its state under the version that runs; null where it has no such clock.</param>
    /// <param name="After">Its state under the version; null where it has no such clock.</param>
    public sealed record ClockExample(
        string Ticket,
        ClockState? Before,
        DateTimeOffset? FailAtBefore,
        ClockState? After,
        DateTimeOffset? FailAtAfter
    );
}
