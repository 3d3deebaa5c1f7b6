using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Routing;

/// <summary>Which rule sent a case to its queue, and what the rules were told beside the case itself.</summary>
/// <param name="Rule">The rule's name, or <c>otherwise</c>.</param>
/// <param name="Told">Null where no rule reads anything but the case.</param>
public sealed record RoutingReason(string Rule, CaseFacts? Told);
