namespace CaseFlow.Engine.Conditions;

/// <summary>A text of any type, read and ready to evaluate. A <see cref="Condition"/> is one that gives true or false.</summary>
public sealed class Expression
{
    private const int MaxLength = 10_000;

    // Chains such as a + b + c nest in the tree, not in the text, and need little stack each.
    private const int MaxDepth = 250;

    private readonly Evaluator run;

    private Expression(Syntax syntax, Compiled compiled, Compiler compiler, ConditionScope scope)
    {
        Syntax = syntax;
        Type = compiled.Type;
        run = compiled.Run;
        Names = [.. compiler.Names];
        Constant = compiled.Constant ?? (Names.IsEmpty ? new ConditionFacts(scope).Begin(run) : null);
        AlwaysFails = [.. compiler.Failures];
        Parts = compiler.Parts;
    }

    public Syntax Syntax { get; }

    public CelType Type { get; }

    /// <summary>The dotted names it reads, in order.</summary>
    public ImmutableArray<string> Names { get; }

    internal CelValue? Constant { get; }

    internal ImmutableArray<ConditionProblem> AlwaysFails { get; }

    internal IReadOnlyDictionary<Syntax, Compiled> Parts { get; }

    /// <summary>Reads a text. Unchecked, what does not fit together is an error of evaluation instead of a problem.</summary>
    public static ExpressionReadResult Read(string text, ConditionScope scope, bool check = true)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength)
        {
            return Refused(new ConditionProblem(0, text.Length, $"this is longer than {MaxLength} characters"));
        }

        var reading = new Reading(text);
        if (!Grammar.Whole.TryParse(reading, out var syntax, out var error))
        {
            return Refused([.. reading.Problems, error is null ? reading.WhereItStopped() : Reading.TooDeep(text)]);
        }

        if (reading.Problems.Any())
        {
            return Refused([.. reading.Problems]);
        }

        if (syntax.IsDeeperThan(MaxDepth))
        {
            return Refused(Reading.TooDeep(text));
        }

        var compiler = new Compiler(text, scope, check);
        var compiled = compiler.Compile(syntax);
        return compiler.Problems.Count > 0
            ? Refused([.. compiler.Problems])
            : new ExpressionReadResult(new Expression(syntax, compiled, compiler, scope), []);
    }

    /// <summary>The value; where it cannot be told, an error value that says why.</summary>
    public CelValue Evaluate(ConditionFacts facts) => facts.Begin(run);

    private static ExpressionReadResult Refused(params ImmutableArray<ConditionProblem> problems) =>
        new(null, [.. problems.OrderBy(problem => problem.Offset)]);
}

/// <summary>An expression ready to evaluate, or every problem found in its text.</summary>
public sealed record ExpressionReadResult(Expression? Expression, ImmutableArray<ConditionProblem> Problems);
