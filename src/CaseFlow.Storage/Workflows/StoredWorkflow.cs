using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Storage;

/// <summary>An instance as it is stored.</summary>
/// <param name="Version">Of the row: who writes the next one must have seen this.</param>
/// <param name="Hash">Of the version of its definition.</param>
/// <param name="Parent">Whoever still waits to hear of it.</param>
public sealed record StoredWorkflow(InstanceState State, int Version, string Hash, WorkflowParent? Parent);

/// <summary>The instance that started another one and waits for it.</summary>
/// <param name="WantsTheEnd">It waits until the other has ended; else until it has ended or waits.</param>
public sealed record WorkflowParent(string Instance, bool WantsTheEnd);
