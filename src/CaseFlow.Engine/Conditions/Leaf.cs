namespace CaseFlow.Engine.Conditions;

/// <summary>A part of a condition that asks one thing, and the values behind it that explain its answer.</summary>
internal sealed class Leaf
{
    private readonly string text;
    private readonly Evaluator run;
    private readonly ImmutableArray<Seen> seen;

    private Leaf(string text, Evaluator run, ImmutableArray<Seen> seen)
    {
        this.text = text;
        this.run = run;
        this.seen = seen;
    }

    public static IEnumerable<Leaf> AllOf(string text, Expression expression) =>
        Split(expression.Syntax)
            .Select(syntax => new Leaf(
                TextOf(text, syntax),
                expression.Parts[syntax].Run,
                [.. SeenBy(syntax, text, expression.Parts).DistinctBy(part => part.Text, StringComparer.Ordinal)]
            ));

    /// <summary>Each leaf is asked on its own, so that one is shown even where another had already decided.</summary>
    public ConditionLeaf Explain(ConditionFacts facts)
    {
        var value = facts.Begin(run);
        var values = seen.IsEmpty ? $"always {value}" : string.Join(", ", seen.Select(part => part.Explain(facts)));
        return new ConditionLeaf(text, values, value.Kind == CelKind.Bool ? value.AsBool : null);
    }

    private static IEnumerable<Syntax> Split(Syntax syntax) =>
        syntax is Syntax.And or Syntax.Or or Syntax.Not or Syntax.Choice ? syntax.Children.SelectMany(Split) : [syntax];

    private static IEnumerable<Seen> SeenBy(Syntax leaf, string text, IReadOnlyDictionary<Syntax, Compiled> parts)
    {
        // What a side of a comparison comes to says more than the names in it alone.
        var sides = leaf is Syntax.Binary(var left, _, var right) ? [left, right] : Array.Empty<Syntax>();
        return sides
            .Where(side => parts[side] is { Constant: null })
            .Select(side => new Seen(TextOf(text, side), parts[side].Run))
            .Concat(NamesIn(leaf, text, parts));
    }

    private static IEnumerable<Seen> NamesIn(Syntax syntax, string text, IReadOnlyDictionary<Syntax, Compiled> parts) =>
        parts.TryGetValue(syntax, out var part) && part.Path is not null
            ? [new Seen(TextOf(text, syntax), part.Run)]
            : syntax.Children.SelectMany(child => NamesIn(child, text, parts));

    private static string TextOf(string text, Syntax syntax) => text.Substring(syntax.At.Offset, syntax.At.Length);

    private sealed record Seen(string Text, Evaluator Run)
    {
        public string Explain(ConditionFacts facts) =>
            facts.Begin(Run) switch
            {
                { IsError: true } error => error.ErrorMessage,
                { IsNull: true } => $"{Text} is not set",
                { Kind: CelKind.Object } => $"{Text} is set",
                var value => $"{Text} is {value}",
            };
    }
}
