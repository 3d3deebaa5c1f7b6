using System.Diagnostics;

namespace CaseFlow.Engine.Conditions;

/// <summary>Goes through the tree once: finds the type of each part, reports what is wrong, and makes the part ready to run.</summary>
internal sealed partial class Compiler(string text, ConditionScope scope, bool check)
{
    private readonly List<ConditionProblem> problems = [];
    private readonly List<ConditionProblem> failures = [];
    private readonly SortedSet<string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<Syntax, Compiled> parts = new(ReferenceEqualityComparer.Instance);
    private readonly ConditionFacts noFacts = new(scope);

    public IReadOnlyList<ConditionProblem> Problems => problems;

    /// <summary>Parts that need no facts and always give an error, such as a duration written wrongly.</summary>
    public IReadOnlyList<ConditionProblem> Failures => failures;

    public IReadOnlyCollection<string> Names => names;

    /// <summary>What became of each part of the tree, each known by its own instance.</summary>
    public IReadOnlyDictionary<Syntax, Compiled> Parts => parts;

    public Compiled Compile(Syntax syntax)
    {
        var compiled = Build(syntax);
        if (compiled.Path is { } path)
        {
            names.Add(path);
        }

        return compiled;
    }

    // Unlike Compile, leaves it to the caller whether the name read so far is the whole of it.
    private Compiled Build(Syntax syntax) =>
        parts[syntax] = syntax switch
        {
            Syntax.Literal(var value) => Compiled.Always(TypeOf(value), value),
            Syntax.Name name => Name(name),
            Syntax.Member member => Member(member),
            Syntax.Has has => Has(has),
            Syntax.Index index => Index(index),
            Syntax.Call call => Call(call),
            Syntax.Not not => Unary(not, not.Of, "!", CelType.Bool, Arithmetic.Not),
            Syntax.Negate negate => Negate(negate),
            Syntax.Binary binary => Binary(binary),
            Syntax.And(var operands) => Logic(operands, "&&", decides: false),
            Syntax.Or(var operands) => Logic(operands, "||", decides: true),
            Syntax.Choice choice => Choice(choice),
            Syntax.ListOf list => List(list),
            Syntax.MapOf map => Map(map),
            Syntax.Macro macro => Macro(macro),
            _ => throw new UnreachableException(syntax.GetType().Name),
        };

    private static CelType TypeOf(CelValue literal) =>
        literal.Kind switch
        {
            CelKind.Null => CelType.Null,
            CelKind.Bool => CelType.Bool,
            CelKind.Int => CelType.Int,
            CelKind.UInt => CelType.UInt,
            CelKind.Double => CelType.Double,
            CelKind.String => CelType.String,
            CelKind.Bytes => CelType.Bytes,
            _ => CelType.Dyn,
        };

    private string TextOf(Syntax syntax) => text.Substring(syntax.At.Offset, syntax.At.Length);

    private CelValue Unset(Syntax syntax) => CelValue.Error($"{TextOf(syntax)} is not set");

    /// <summary>What is wrong in its types stops a condition; unchecked, it stops the part that is evaluated.</summary>
    private Compiled Wrong(Place at, string message)
    {
        if (check)
        {
            problems.Add(new ConditionProblem(at.Offset, at.Length, message));
        }

        return Compiled.Failing(message);
    }

    /// <summary>Runs a part at once where all it is made of is constant.</summary>
    private Compiled Folded(Syntax syntax, CelType type, Evaluator run, params ReadOnlySpan<Compiled> of)
    {
        foreach (var part in of)
        {
            if (part.Constant is null or { IsError: true })
            {
                return new Compiled(type, run);
            }
        }

        var value = run(noFacts);
        if (value.IsError)
        {
            failures.Add(new ConditionProblem(syntax.At.Offset, syntax.At.Length, value.ErrorMessage));
        }

        return Compiled.Always(type, value);
    }
}
