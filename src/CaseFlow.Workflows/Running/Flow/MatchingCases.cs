using CaseFlow.Workflows.Running.Compiled;
using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Flow;

/// <summary>The cases of a switch that hold: the first one, or all of them.</summary>
internal static class MatchingCases
{
    public static ImmutableArray<CompiledCase> Of(Frame frame)
    {
        var all = frame.Text("mode") == "MatchAny";
        var holding = frame.Activity.Cases.Where(one => frame.Run.Holds(frame, one.Condition));
        return [.. all ? holding : holding.Take(1)];
    }
}
