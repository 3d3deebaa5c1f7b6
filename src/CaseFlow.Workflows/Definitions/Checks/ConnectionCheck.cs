using CaseFlow.Engine;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions.Reading;

namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>Connections that are never followed.</summary>
internal static class ConnectionCheck
{
    public static void Run(ActivityNode flowchart, ReadingNotes notes)
    {
        var activities = flowchart
            .Activities.DistinctBy(one => one.Id, StringComparer.Ordinal)
            .ToDictionary(one => one.Id, StringComparer.Ordinal);
        foreach (var connection in flowchart.Connections)
        {
            if (notes.HasEnoughWarnings)
            {
                return;
            }

            foreach (var id in new[] { connection.Source, connection.Target })
            {
                if (!activities.ContainsKey(id))
                {
                    notes.Warn(
                        connection.At,
                        WorkflowProblems.UnknownConnection,
                        $"the connection leads to or from '{id}', and '{flowchart.Id}' holds no such activity"
                            + Nearest.Suggest(id, activities.Keys)
                    );
                }
            }

            if (activities.TryGetValue(connection.Source, out var source))
            {
                CheckPort(connection, source, notes);
            }
        }
    }

    private static void CheckPort(FlowConnection connection, ActivityNode source, ReadingNotes notes)
    {
        if (connection.Port is not { } port || Outcomes.Of(source) is not { } outcomes)
        {
            return;
        }

        if (!outcomes.Contains(port, StringComparer.Ordinal))
        {
            var possible = outcomes is [] ? "it has none" : $"it has {string.Join(", ", outcomes)}";
            notes.Warn(
                connection.At,
                WorkflowProblems.UnknownPort,
                $"'{source.Id}' ({source.Type}) has no outcome '{port}', so the connection is never followed; {possible}"
                    + Nearest.Suggest(port, outcomes)
            );
        }
    }

    /// <summary>The outcomes that an activity can end with.</summary>
    private static class Outcomes
    {
        /// <summary>Null where they are only known when it runs.</summary>
        public static ImmutableArray<string>? Of(ActivityNode activity)
        {
            if (ActivityCatalog.Find(activity.Type) is not { } descriptor || activity.Type == "Elsa.RunJavaScript")
            {
                return null;
            }

            return activity.Type switch
            {
                "Elsa.FlowSwitch" => [.. activity.Cases.Select(one => one.Label), .. descriptor.Outcomes],
                "Elsa.FlowFork" => FlowFork(activity),
                _ when descriptor.HasOwnOutcomes => null,
                _ => descriptor.Outcomes,
            };
        }

        private static ImmutableArray<string>? FlowFork(ActivityNode fork)
        {
            if (!fork.Inputs.TryGetValue("branches", out var branches))
            {
                return ["Done"];
            }

            return
                branches.Expression is { Expression: { Syntax: "Literal" or "Object" or "Json", Value: var value } }
                && Values.ValueConverter.Convert(value, Values.DeclaredType.StringList).Value is IList<object?> names
                ? [.. names.OfType<string>(), "Done"]
                : null;
        }
    }
}
