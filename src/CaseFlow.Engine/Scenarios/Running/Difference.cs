namespace CaseFlow.Engine.Scenarios.Running;

/// <summary>Something that is not as expected. The sentence is: expected this, but that.</summary>
internal sealed record Difference(ScenarioPlace Place, string Expected, string Came);
