using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Flow;

/// <summary>How an activity joins the connections that lead to it.</summary>
internal enum JoinMode
{
    WaitAny,
    WaitAll,
    WaitAllActive,
}

/// <summary>How an activity joins tokens.</summary>
internal enum MergeMode
{
    Stream,
    Merge,
    Converge,
    Cascade,
    Race,
}

/// <summary>Finds out how an activity of a flowchart joins.</summary>
internal static class JoinModes
{
    public static JoinMode Of(Frame flowchart, int activity)
    {
        var joining = flowchart.Activity.Activities[activity];
        return joining.Executor is not FlowJoin
            ? JoinMode.WaitAllActive
            : ModeOf(flowchart, joining) switch
            {
                "WaitAll" => JoinMode.WaitAll,
                "WaitAllActive" => JoinMode.WaitAllActive,
                _ => JoinMode.WaitAny,
            };
    }

    public static MergeMode MergeOf(Frame flowchart, int activity)
    {
        var joining = flowchart.Activity.Activities[activity];
        if (Enum.TryParse<MergeMode>(joining.Node.MergeMode, ignoreCase: true, out var mode))
        {
            return mode;
        }

        return joining.Executor is not FlowJoin ? MergeMode.Stream
            : Of(flowchart, activity) == JoinMode.WaitAny ? MergeMode.Race
            : MergeMode.Merge;
    }

    /// <summary>Whether, where nothing more can come, it goes on with what has.</summary>
    public static bool TakesWhatCame(Frame flowchart, int activity) =>
        flowchart.Activity.Activities[activity] switch
        {
            { Executor: FlowJoin, Node.MergeMode: null } => Of(flowchart, activity) == JoinMode.WaitAllActive,
            _ => MergeOf(flowchart, activity) == MergeMode.Merge,
        };

    private static string? ModeOf(Frame flowchart, Compiled.CompiledActivity join) =>
        flowchart.Run.Evaluate(flowchart, join.Inputs[join.InputIndex("mode")]) as string;
}
