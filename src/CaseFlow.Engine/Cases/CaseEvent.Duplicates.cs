using System.Text.Json.Serialization;
using CaseFlow.Engine.Duplicates;

namespace CaseFlow.Engine.Cases;

[JsonDerivedType(typeof(DuplicatesIgnored), "duplicates-ignored")]
public abstract partial record CaseEvent
{
    /// <summary>The case was opened although these were open already.</summary>
    /// <param name="Confirmed">Whoever opened it knew of them and said so.</param>
    public sealed record DuplicatesIgnored(ImmutableArray<Duplicate> Duplicates, bool Confirmed) : CaseEvent;
}
