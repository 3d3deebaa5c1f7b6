using System.Runtime.InteropServices;
using CaseFlow.Workflows.Running.Compiled;

namespace CaseFlow.Workflows.Running.Live;

/// <summary>An activity whose turn comes.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WorkItem(
    CompiledActivity Activity,
    Frame Holder,
    int Tag,
    bool CameBack,
    LoopItem? Item
);

/// <summary>What a loop gives to one of its rounds.</summary>
/// <param name="Index">Null for a loop that only counts.</param>
internal sealed record LoopItem(object? Value, int? Index, string Name = Scope.CurrentValue);
