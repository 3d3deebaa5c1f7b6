namespace CaseFlow.Engine.Conditions;

/// <summary>What a condition says, as a tree. Equal trees say the same, wherever in the text they stand.</summary>
public abstract record Syntax
{
    private Syntax() { }

    /// <summary>Where it stands in the text, without the parentheses round it.</summary>
    public Place At { get; init; }

    /// <summary>Where the outermost parentheses round it stand, if any.</summary>
    internal Place Parentheses { get; init; }

    internal Place Around => Parentheses.Length > 0 ? Parentheses : At;

    /// <summary>The parts it is made of, in their order.</summary>
    internal IEnumerable<Syntax> Children =>
        this switch
        {
            Member(var of, _) => [of],
            Has(var of) => [of],
            Index(var of, var key) => [of, key],
            Call { Target: { } target, Arguments: var arguments } => [target, .. arguments],
            Call { Arguments: var arguments } => arguments,
            Not(var of) => [of],
            Negate(var of) => [of],
            Binary(var left, _, var right) => [left, right],
            And(var operands) => operands,
            Or(var operands) => operands,
            Choice(var when, var then, var otherwise) => [when, then, otherwise],
            ListOf(var items) => items,
            MapOf(var keys, var values) => [.. keys, .. values],
            Macro macro => ((Syntax?[])[macro.Range, macro.Where, macro.Gives]).OfType<Syntax>(),
            _ => [],
        };

    /// <summary>Looks without recursion, so that the answer is safe to ask of any tree.</summary>
    internal bool IsDeeperThan(int levels)
    {
        var open = new Stack<(Syntax Part, int Level)>([(this, 1)]);
        while (open.TryPop(out var next))
        {
            if (next.Level > levels)
            {
                return true;
            }

            foreach (var child in next.Part.Children)
            {
                open.Push((child, next.Level + 1));
            }
        }

        return false;
    }

    public sealed record Literal(CelValue Value) : Syntax;

    /// <summary>A variable, or a type such as <c>int</c>.</summary>
    public sealed record Name(string Text) : Syntax;

    public sealed record Member(Syntax Of, string Field) : Syntax;

    /// <summary><c>has(a.b)</c></summary>
    public sealed record Has(Member Of) : Syntax;

    public sealed record Index(Syntax Of, Syntax Key) : Syntax;

    public sealed record Call(Syntax? Target, string Function, SyntaxList Arguments) : Syntax;

    public sealed record Not(Syntax Of) : Syntax;

    public sealed record Negate(Syntax Of) : Syntax;

    public sealed record Binary(Syntax Left, BinaryOperator Operator, Syntax Right) : Syntax;

    public sealed record And(SyntaxList Operands) : Syntax;

    public sealed record Or(SyntaxList Operands) : Syntax;

    /// <summary><c>a ? b : c</c></summary>
    public sealed record Choice(Syntax When, Syntax Then, Syntax Else) : Syntax;

    public sealed record ListOf(SyntaxList Items) : Syntax;

    public sealed record MapOf(SyntaxList Keys, SyntaxList Values) : Syntax;

    /// <summary><c>range.kind(variable, where, gives)</c>; only <c>map</c> gives something.</summary>
    public sealed record Macro(MacroKind Kind, Syntax Range, string Variable, Syntax? Where, Syntax? Gives) : Syntax;
}
