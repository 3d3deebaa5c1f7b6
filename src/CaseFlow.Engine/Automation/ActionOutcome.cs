namespace CaseFlow.Engine.Automation;

/// <summary>What came of an action of a rule.</summary>
/// <param name="Action">As the definition says it, such as <c>queue: outage</c>.</param>
/// <param name="Events">How many events it made; 0 where the case was so already, or the action was refused.</param>
/// <param name="Code">The code of the refusal; null where it was not refused.</param>
/// <param name="Reason">Why it was refused, in a sentence.</param>
public sealed record ActionOutcome(string Action, int Events, string? Code = null, string? Reason = null)
{
    /// <summary>In words, such as <c>'queue: outage' was refused: ...</c>.</summary>
    public string Explain() =>
        this switch
        {
            { Reason: { } reason } => $"'{Action}' was refused: {reason}",
            { Events: 0 } => $"'{Action}' changed nothing.",
            _ => $"'{Action}' was done.",
        };
}
