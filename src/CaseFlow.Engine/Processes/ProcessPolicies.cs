namespace CaseFlow.Engine.Processes;

/// <summary>Where a process may differ from how cases run by default.</summary>
public sealed record ProcessPolicies
{
    public static ProcessPolicies Default { get; } = new();

    /// <summary>By default a case is resolved from its last stage; true lets it be resolved from any.</summary>
    public bool ResolveFromAnyStage { get; init; }

    /// <summary>By default a case is assigned with or without a note; true demands one.</summary>
    public bool AssigningNeedsNote { get; init; }

    /// <summary>By default a released case belongs to the owner of its queue; true gives it back to who owned it before.</summary>
    public bool ReleaseToPreviousOwner { get; init; }

    /// <summary>
    /// By default nobody bills more minutes than the activities of a case took; true lets them, with a reason.
    /// A case whose activities took no time at all is billed what is said.
    /// </summary>
    public bool BillAboveTotal { get; init; }
}
