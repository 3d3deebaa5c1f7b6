using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Routing;

/// <summary>
/// Which rule sent a case to its queue, and what the rules were told beside the case itself: enough to run them again
/// and come to the same, see <see cref="RoutingExplanation"/>.
/// </summary>
/// <param name="Rule">The rule's name, <c>otherwise</c>, or <see cref="Overflow"/>.</param>
/// <param name="Told">Null where no rule reads anything but the case.</param>
/// <param name="By">Who routed, with his roles; null where no rule asks.</param>
public sealed record RoutingReason(string Rule, CaseFacts? Told, Actor? By = null)
{
    /// <summary>The name that stands for no rule of the table: the case waited too long where it was before.</summary>
    public const string Overflow = "overflow";

    internal static RoutingReason WaitedTooLong { get; } = new(Overflow, null);
}
