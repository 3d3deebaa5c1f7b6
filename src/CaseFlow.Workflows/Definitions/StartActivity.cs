namespace CaseFlow.Workflows.Definitions;

/// <summary>Which activity of a flowchart runs first.</summary>
internal static class StartActivity
{
    /// <summary>
    /// The first that exists: a <c>Start</c>, one that can start the workflow, one that nothing leads to, the first of all.
    /// A flowchart without activities has none.
    /// </summary>
    public static ActivityNode Of(ActivityNode flowchart)
    {
        var targets = flowchart.Connections.Select(connection => connection.Target).ToHashSet(StringComparer.Ordinal);
        return flowchart.Activities.FirstOrDefault(one => one.Type == "Elsa.Start")
            ?? flowchart.Activities.FirstOrDefault(one => one.CanStart)
            ?? flowchart.Activities.FirstOrDefault(one => !targets.Contains(one.Id))
            ?? flowchart.Activities[0];
    }
}
