namespace CaseFlow.Engine.Conditions;

/// <summary>A question about a case that is answered with yes or no, read from its text and ready to ask.</summary>
public sealed class Condition
{
    private readonly Expression expression;
    private readonly ImmutableArray<Leaf> leaves;

    private Condition(string text, Expression expression)
    {
        Text = text;
        this.expression = expression;
        leaves = [.. Leaf.AllOf(text, expression)];
        Constant = ConstantOf(expression);
    }

    public string Text { get; }

    public Syntax Syntax => expression.Syntax;

    /// <summary>The dotted names it reads, such as <c>case.priority</c>, in order.</summary>
    public ImmutableArray<string> Names => expression.Names;

    /// <summary>The answer, where it is the same for all facts.</summary>
    public bool? Constant { get; }

    /// <summary>Reads a text and checks it whole: types, names, known values, and parts that can only fail.</summary>
    public static ConditionReadResult Read(string text, ConditionScope scope)
    {
        var (expression, problems) = Expression.Read(text, scope);
        if (expression is null)
        {
            return new ConditionReadResult(null, problems);
        }

        if (!TypeRules.Fits(expression.Type, CelType.Bool))
        {
            return Refused(
                new ConditionProblem(0, text.Length, $"a condition is true or false, but this is {expression.Type}")
            );
        }

        return expression.AlwaysFails is [_, ..]
            ? Refused([.. expression.AlwaysFails])
            : new ConditionReadResult(new Condition(text, expression), []);
    }

    /// <summary>Whether it holds. One that cannot be answered does not hold.</summary>
    public bool Holds(ConditionFacts facts) => expression.Evaluate(facts).IsTrue;

    /// <summary>Whether it holds, and what each part of it saw.</summary>
    public ConditionExplanation Explain(ConditionFacts facts)
    {
        var value = expression.Evaluate(facts);
        var error = value.Kind switch
        {
            CelKind.Bool => null,
            CelKind.Error => value.ErrorMessage,
            _ => $"{Text} is {value}, which is neither true nor false",
        };
        return new ConditionExplanation(Text, value.IsTrue, error, [.. leaves.Select(leaf => leaf.Explain(facts))]);
    }

    /// <summary>What keeps it from holding, and what it would take; null where it holds.</summary>
    public ConditionShortfall? Shortfall(ConditionFacts facts) =>
        Holds(facts) ? null : new Shortfalls(Text, expression.Parts, facts).Find(expression.Syntax);

    /// <summary>Whether the two say the same, whatever their spaces, quotes and parentheses.</summary>
    public bool SameAs(Condition other) => Syntax == other.Syntax;

    public override string ToString() => Text;

    private static ConditionReadResult Refused(params ImmutableArray<ConditionProblem> problems) => new(null, problems);

    private static bool? ConstantOf(Expression expression) =>
        expression.Constant is { Kind: CelKind.Bool, AsBool: var answer } ? answer : null;
}

/// <summary>A condition ready to ask, or every problem found in its text.</summary>
public sealed record ConditionReadResult(Condition? Condition, ImmutableArray<ConditionProblem> Problems);
