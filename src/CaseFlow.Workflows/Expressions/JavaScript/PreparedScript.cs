using Acornima.Ast;
using Jint;

namespace CaseFlow.Workflows.Expressions.JavaScript;

/// <summary>A script that was read once, and what it was seen to do.</summary>
internal sealed record PreparedScript(Prepared<Script> Code)
{
    /// <summary>The names that it uses and does not declare itself.</summary>
    public required ImmutableArray<string> Globals { get; init; }

    /// <summary>The <c>X</c> of each <c>variables.X</c> in it.</summary>
    public required ImmutableArray<string> Variables { get; init; }

    /// <summary>Whether it uses <c>variables</c> in another way than <c>variables.X</c>.</summary>
    public required bool UsesAllVariables { get; init; }

    /// <summary>Whether it may reach any global by a name that it makes up.</summary>
    public required bool ReachesGlobals { get; init; }

    /// <summary>Whether it can leave nothing behind in an engine, so that the engine may serve again.</summary>
    public required bool LeavesNothing { get; init; }
}
