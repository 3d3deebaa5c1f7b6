namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>The members that an activity of any type may have.</summary>
internal static class ActivityMembers
{
    public static ImmutableArray<string> Common { get; } =
    [
        "id",
        "nodeId",
        "name",
        "type",
        "version",
        "customProperties",
        "metadata",
        "applicationProperties",
        "source",
        "line",
        "canStartWorkflow",
        "runAsynchronously",
        "workflowDefinitionId",
        "workflowDefinitionVersionId",
        "latestAvailablePublishedVersion",
        "latestAvailablePublishedVersionId",
        "activities",
        "connections",
        "variables",
        "start",
        "_type",
    ];
}
