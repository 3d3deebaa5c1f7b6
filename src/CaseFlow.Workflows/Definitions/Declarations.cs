using CaseFlow.Workflows.Documents;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Definitions;

/// <summary>A variable of a workflow or of a container.</summary>
/// <param name="Default">What it is before anybody gave it a value.</param>
/// <param name="IsKept">Whether it outlives a wait. Without a storage driver it is back at its default then.</param>
public sealed record VariableDeclaration(
    DocumentPlace At,
    string Id,
    string Name,
    DeclaredType Type,
    object? Default,
    bool IsKept
);

/// <summary>What a workflow is given.</summary>
/// <param name="IsKept">Whether what came with the start is there after a wait.</param>
public sealed record InputDeclaration(DocumentPlace At, string Name, DeclaredType Type, bool IsKept);

/// <summary>What a workflow gives.</summary>
public sealed record OutputDeclaration(DocumentPlace At, string Name, DeclaredType Type);
