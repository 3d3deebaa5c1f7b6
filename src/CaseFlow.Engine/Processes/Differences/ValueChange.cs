using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Processes.Differences;

/// <summary>Two conditions that compare the same thing with values: which of them are new, and which are gone.</summary>
/// <param name="What">What is compared, such as <c>customer.tier</c>.</param>
internal sealed record ValueChange(string What, ImmutableArray<string> More, ImmutableArray<string> Less)
{
    /// <summary>Null where one of them does not compare with plain values, or they compare different things.</summary>
    public static ValueChange? Of(Condition before, Condition after) =>
        Read(before) is var (was, old) && Read(after) is var (isNow, now) && was == isNow
            ? new(
                TextOf(after, isNow),
                [.. now.Except(old, StringComparer.Ordinal)],
                [.. old.Except(now, StringComparer.Ordinal)]
            )
            : null;

    private static (Syntax What, ImmutableArray<string> Values)? Read(Condition condition) =>
        condition.Syntax switch
        {
            Syntax.Binary(var what, BinaryOperator.Equal, Syntax.Literal(var value)) => (what, [value.ToString()]),
            Syntax.Binary(var what, BinaryOperator.In, Syntax.ListOf(var items))
                when items.All(item => item is Syntax.Literal) => (
                what,
                [.. items.Select(item => ((Syntax.Literal)item).Value.ToString())]
            ),
            _ => null,
        };

    private static string TextOf(Condition condition, Syntax part) =>
        condition.Text.Substring(part.At.Offset, part.At.Length);
}
