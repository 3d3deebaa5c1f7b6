using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Processes;

/// <summary>A status: the process's own refinement of one of the three states.</summary>
public sealed record StatusDefinition(string Key, CaseState State, LocalText Title)
{
    /// <summary>A case may start here. The first such status is where it starts when none is named.</summary>
    public bool Initial { get; init; }

    public bool PausesSla { get; init; }

    /// <summary>The status of a case that became part of another one: cancelling to it needs the surviving case.</summary>
    public bool IsMerged => State == CaseState.Cancelled && Key == "merged";
}
