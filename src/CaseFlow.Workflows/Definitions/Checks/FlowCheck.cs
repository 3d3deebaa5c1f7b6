using CaseFlow.Workflows.Definitions.Reading;

namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>Activities that nothing leads to, and joins that wait for what cannot come.</summary>
internal static class FlowCheck
{
    // Each join is held against each decision, which is too much for a drawing that no person could read.
    private const int ActivitiesForJoins = 300;

    public static void Run(ActivityNode flowchart, ReadingNotes notes)
    {
        if (flowchart.Activities is [])
        {
            return;
        }

        var starts = flowchart
            .Activities.Where(one => one.CanStart)
            .Append(StartActivity.Of(flowchart))
            .ToImmutableArray();
        var reached = Reach(flowchart, starts.Select(one => one.Id), without: null);
        foreach (var activity in flowchart.Activities.Where(one => !reached.Contains(one.Id)))
        {
            notes.Warn(
                activity.At,
                WorkflowProblems.Unreachable,
                $"'{activity.Id}' never runs: no connection leads to it from '{starts[^1].Id}', where '{flowchart.Id}' starts"
            );
        }

        if (flowchart.Activities.Length > ActivitiesForJoins)
        {
            return;
        }

        foreach (var join in flowchart.Activities.Where(one => IsWaitingForAll(one) && reached.Contains(one.Id)))
        {
            CheckJoin(flowchart, join, starts, notes);
        }
    }

    private static bool IsWaitingForAll(ActivityNode activity) =>
        activity.Type == "Elsa.FlowJoin"
        && activity.Inputs.TryGetValue("mode", out var mode)
        && mode.Expression?.Expression is { Syntax: "Literal", Value: "WaitAll" };

    // Two of its inbound connections hang on different answers of one decision.
    private static void CheckJoin(
        ActivityNode flowchart,
        ActivityNode join,
        ImmutableArray<ActivityNode> starts,
        ReadingNotes notes
    )
    {
        var sources = flowchart
            .Connections.Where(connection => connection.Target == join.Id)
            .Select(connection => (connection.Source, connection.Port))
            .ToImmutableArray();
        foreach (var decision in flowchart.Activities.Where(IsExclusive))
        {
            var answers = flowchart
                .Connections.Where(connection => connection.Source == decision.Id)
                .Select(connection => connection.Port)
                .Distinct(StringComparer.Ordinal)
                .Where(port => sources.Any(source => HangsOn(flowchart, starts, decision.Id, port, source)))
                .ToImmutableArray();
            if (answers.Length > 1)
            {
                notes.Warn(
                    join.At,
                    WorkflowProblems.JoinNeverFires,
                    $"'{join.Id}' waits for all its inbound connections, and those behind {string.Join(" and ", answers.Select(answer => $"'{answer}'"))} "
                        + $"of '{decision.Id}' never come together; use WaitAllActive or WaitAny"
                );
                return;
            }
        }
    }

    private static bool HangsOn(
        ActivityNode flowchart,
        ImmutableArray<ActivityNode> starts,
        string decision,
        string? port,
        (string Source, string? Port) inbound
    ) =>
        inbound == (decision, port)
        || (
            inbound.Source != decision
            && !Reach(flowchart, starts.Select(one => one.Id), (decision, port)).Contains(inbound.Source)
        );

    private static bool IsExclusive(ActivityNode activity) =>
        activity.Type == "Elsa.FlowDecision"
        || (
            activity.Type == "Elsa.FlowSwitch"
            && !(
                activity.Inputs.TryGetValue("mode", out var mode)
                && mode.Expression?.Expression is not { Syntax: "Literal", Value: null or "MatchFirst" }
            )
        );

    private static HashSet<string> Reach(
        ActivityNode flowchart,
        IEnumerable<string> starts,
        (string Source, string? Port)? without
    )
    {
        var outbound = flowchart.Connections.ToLookup(connection => connection.Source, StringComparer.Ordinal);
        var reached = new HashSet<string>(starts, StringComparer.Ordinal);
        var next = new Queue<string>(reached);
        while (next.TryDequeue(out var id))
        {
            foreach (var connection in outbound[id])
            {
                if (without != (connection.Source, connection.Port) && reached.Add(connection.Target))
                {
                    next.Enqueue(connection.Target);
                }
            }
        }

        return reached;
    }
}
