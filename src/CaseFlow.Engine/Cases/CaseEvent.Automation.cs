using System.Text.Json.Serialization;
using CaseFlow.Engine.Automation;

namespace CaseFlow.Engine.Cases;

/// <summary>What the rules of a process did. Who did it is <c>automation:</c> and the name of the rule, here and on all that came of it.</summary>
[JsonDerivedType(typeof(AutomationFired), "automation-fired")]
[JsonDerivedType(typeof(WorkflowRequested), "workflow-requested")]
public abstract partial record CaseEvent
{
    /// <summary>Something happened that a rule is on, and its conditions held. What its actions changed follows.</summary>
    /// <param name="On">The position of what happened, in the history of the case.</param>
    /// <param name="Actions">What came of each, in their order.</param>
    /// <param name="Told">What the conditions saw beside the case; null where they read nothing else.</param>
    /// <param name="Asker">Whose command it was, with his roles; null where no condition asks.</param>
    public sealed record AutomationFired(
        string Rule,
        int On,
        ImmutableArray<ActionOutcome> Actions,
        CaseFacts? Told = null,
        Actor? Asker = null
    ) : CaseEvent;

    /// <summary>A workflow is to be run about the case; whoever runs workflows follows the cases and finds it here.</summary>
    /// <param name="Workflow">The id of a workflow definition.</param>
    /// <param name="Rule">The rule that asks for it; for a clock what happened to it, such as <c>First response: failed</c>.</param>
    public sealed record WorkflowRequested(string Workflow, string Rule) : CaseEvent;
}
