using CaseFlow.Engine.Cases;

namespace CaseFlow.Storage;

/// <summary>Something in the store that is not what the case's history says.</summary>
public sealed record Discrepancy(CaseId Case, string Detail)
{
    public override string ToString() => $"Case {Case}: {Detail}";
}
