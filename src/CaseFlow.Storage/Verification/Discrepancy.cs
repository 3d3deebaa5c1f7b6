using CaseFlow.Engine.Cases;

namespace CaseFlow.Storage;

/// <summary>Something in the store that is not what the histories say.</summary>
/// <param name="Case">Null where it is about no single case.</param>
public sealed record Discrepancy(CaseId? Case, string Detail)
{
    public override string ToString() => Case is { } id ? $"Case {id}: {Detail}" : Detail;
}
