namespace CaseFlow.Engine.Staffing;

/// <summary>What a queue saw when it gave a case to somebody: enough to choose again and come to the same.</summary>
/// <param name="Turn">The number of this case among those that the queue gave away.</param>
/// <param name="Limit">How many cases the person could work on then; null for no limit.</param>
/// <param name="Waited">The case had waited; null where it was given away as it came.</param>
public sealed record AssignmentReason(QueueFacts Seen, long Turn, int? Limit, bool? Waited);
