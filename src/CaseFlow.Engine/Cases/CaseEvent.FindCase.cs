using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Cases;

[JsonDerivedType(typeof(OpenCasesSeen), "open-cases-seen")]
public abstract partial record CaseEvent
{
    /// <summary>Somebody looked at the other open cases of the customer.</summary>
    /// <param name="Count">How many he could see.</param>
    public sealed record OpenCasesSeen(Guid Customer, int Count) : CaseEvent;
}
