using CaseFlow.Engine.Duplicates;

namespace CaseFlow.Engine.Processes;

/// <summary>Where a process may differ from how cases run by default.</summary>
public sealed record ProcessPolicies
{
    public static ProcessPolicies Default { get; } = new();

    /// <summary>By default a case is resolved from its last stage; true lets it be resolved from any.</summary>
    public bool ResolveFromAnyStage { get; init; }

    /// <summary>
    /// By default nobody bills more minutes than the activities of a case took; true lets them, with a reason.
    /// A case whose activities took no time at all is billed what is said.
    /// </summary>
    public bool BillAboveTotal { get; init; }

    /// <summary>What happens to a new case that is likely open already.</summary>
    public DuplicatePolicy Duplicates { get; init; } = DuplicatePolicy.Default;
}
