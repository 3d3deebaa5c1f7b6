using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Cases;

[JsonDerivedType(typeof(FollowUpSuggested), "follow-up-suggested")]
public abstract partial record CaseEvent
{
    /// <summary>Something came in for a resolved case that is not taken up again for it: a new case should be opened.</summary>
    /// <param name="Activity">What came in.</param>
    /// <param name="Code">Why it is not: <c>resolved-too-long-ago</c>, or the code of the refusal.</param>
    public sealed record FollowUpSuggested(Guid Activity, string Code, string Reason) : CaseEvent;
}
