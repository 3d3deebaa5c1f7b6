using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Workflows.Api;

/// <summary>What is answered where there is no such thing.</summary>
internal static class WorkflowRules
{
    public static ApiProblem NoSuchWorkflow(string id) => ApiProblem.NotFound($"There is no workflow '{id}'.");

    public static ApiProblem NoSuchInstance(string id) => ApiProblem.NotFound($"There is no instance '{id}'.");
}
