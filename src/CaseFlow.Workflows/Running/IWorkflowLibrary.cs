using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Running;

/// <summary>The other workflows, for those that hold one as an activity.</summary>
public interface IWorkflowLibrary
{
    /// <summary>
    /// The version with this id; else the published one of the definition, else its latest; else the newest that is called
    /// like the type and may be used as an activity. Null where there is none.
    /// </summary>
    WorkflowDefinition? Find(string? versionId, string? definitionId, string? activityType);
}
