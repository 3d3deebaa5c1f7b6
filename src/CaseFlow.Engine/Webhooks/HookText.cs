using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Webhooks;

/// <summary>A text in which <c>${...}</c> stands for what a delivery says.</summary>
public sealed class HookText
{
    // Either a text or an expression, in their order.
    private readonly ImmutableArray<(string? Text, Expression? Expression)> parts;

    internal HookText(ImmutableArray<(string? Text, Expression? Expression)> parts) => this.parts = parts;

    /// <summary>The whole text, where no delivery changes it.</summary>
    public string? Constant =>
        parts.All(part => part.Expression is null) ? string.Concat(parts.Select(part => part.Text)) : null;

    /// <summary>
    /// The value. A single expression keeps its type, and is an error where the delivery lacks it; within other text,
    /// what is lacking is left out.
    /// </summary>
    public CelValue Value(ConditionFacts facts) =>
        parts is [{ Expression: { } only }]
            ? only.Evaluate(facts)
            : CelValue.Of(
                string.Concat(parts.Select(part => part.Text ?? HookValues.TextOf(part.Expression!.Evaluate(facts))))
            );

    /// <summary>The value as a text; null where there is nothing to say.</summary>
    public string? Text(ConditionFacts facts) =>
        HookValues.TextOf(Value(facts)) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
