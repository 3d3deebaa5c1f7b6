using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Cases;

[JsonDerivedType(typeof(ReferenceAdded), "reference-added")]
public abstract partial record CaseEvent
{
    /// <summary>The case is known elsewhere, and is found by that name from now on.</summary>
    public sealed record ReferenceAdded(ExternalReference Reference) : CaseEvent;
}
