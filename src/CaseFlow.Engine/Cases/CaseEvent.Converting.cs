using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Cases;

/// <summary>What happens between two cases when one is made of an activity of the other.</summary>
[JsonDerivedType(typeof(ActivityTaken), "activity-taken")]
[JsonDerivedType(typeof(ActivityConverted), "activity-converted")]
public abstract partial record CaseEvent
{
    /// <summary>This case was made of an activity of another one, which is here from now on.</summary>
    /// <param name="Ticket">Of the other case.</param>
    public sealed record ActivityTaken(MovedActivity Activity, CaseId From, string Ticket) : CaseEvent;

    /// <summary>A case was made of an activity of this one, and took it along.</summary>
    /// <param name="Ticket">Of the new case.</param>
    public sealed record ActivityConverted(MovedActivity Activity, CaseId To, string Ticket) : CaseEvent;
}

/// <summary>An activity, where it is.</summary>
public sealed record ActivityOfCase(CaseId Case, Guid Activity);
