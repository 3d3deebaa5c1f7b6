namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>What came of one command of a delivery, or of one thing that it was about.</summary>
/// <param name="Item">Which thing, from 0; null where the delivery is about one.</param>
/// <param name="Rule">The rule that held.</param>
/// <param name="Outcome"><c>done</c>, <c>unchanged</c>, <c>refused</c>, <c>ignored</c> or <c>not-matched</c>.</param>
/// <param name="Code">Of a refusal.</param>
/// <param name="Instance">Of the workflow that it started.</param>
internal sealed record HookResult(
    int? Item,
    string? Rule,
    string? Command,
    string Outcome,
    Guid? CaseId = null,
    string? Code = null,
    string? Detail = null,
    string? Instance = null
);

/// <summary>The words for what came of a delivery and of its parts.</summary>
internal static class HookOutcomes
{
    public const string Done = "done";
    public const string Unchanged = "unchanged";
    public const string Refused = "refused";
    public const string Ignored = "ignored";
    public const string NotMatched = "not-matched";
    public const string Dead = "dead";

    /// <summary>The states of deliveries.</summary>
    public static ImmutableArray<string> States { get; } =
    [Storage.InboundDeliveryRow.Waiting, Done, Refused, Ignored, NotMatched, Dead];

    /// <summary>The state of a delivery of which this came: the worst news first.</summary>
    public static string StateOf(IReadOnlyCollection<HookResult> results) =>
        results.Any(one => one.Outcome == Refused) ? Refused
        : results.Any(one => one.Outcome is Done or Unchanged) ? Done
        : results.Any(one => one.Outcome == Ignored) ? Ignored
        : NotMatched;
}
