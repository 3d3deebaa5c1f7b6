using System.Collections.Frozen;
using Parlot;
using Parlot.Fluent;

namespace CaseFlow.Engine.Conditions;

/// <summary>Builds the tree from what the grammar found.</summary>
internal static class Trees
{
    private static readonly FrozenSet<string> reserved = FrozenSet.Create(
        StringComparer.Ordinal,
        "as",
        "break",
        "const",
        "continue",
        "else",
        "for",
        "function",
        "if",
        "import",
        "in",
        "let",
        "loop",
        "namespace",
        "package",
        "return",
        "var",
        "void",
        "while"
    );

    public static Syntax Parenthesized(ParseContext context, int start, int _, Syntax inner) =>
        inner with
        {
            Parentheses = Reading.PlaceFrom(start, context),
        };

    public static Syntax List(ParseContext context, int start, int _, IReadOnlyList<Syntax> items) =>
        new Syntax.ListOf([.. items]) { At = Reading.PlaceFrom(start, context) };

    public static Syntax Map(
        ParseContext context,
        int start,
        int _,
        IReadOnlyList<(Syntax Key, Syntax Value)> entries
    ) =>
        new Syntax.MapOf([.. entries.Select(entry => entry.Key)], [.. entries.Select(entry => entry.Value)])
        {
            At = Reading.PlaceFrom(start, context),
        };

    public static Syntax Name(
        ParseContext context,
        int start,
        int _,
        (TextSpan Name, IReadOnlyList<IReadOnlyList<Syntax>> Calls) found
    )
    {
        var (at, name) = (Reading.PlaceFrom(start, context), found.Name.ToString());
        if (found.Calls is [var arguments])
        {
            return name == "has"
                ? Has(context, at, arguments)
                : new Syntax.Call(null, name, [.. arguments]) { At = at };
        }

        if (reserved.Contains(name))
        {
            ((Reading)context).Report(at, $"'{name}' is a reserved word");
        }

        return name switch
        {
            "true" => new Syntax.Literal(CelValue.True) { At = at },
            "false" => new Syntax.Literal(CelValue.False) { At = at },
            "null" => new Syntax.Literal(CelValue.Null) { At = at },
            _ => new Syntax.Name(name) { At = at },
        };
    }

    public static Func<Syntax, Syntax> Member(
        ParseContext context,
        int start,
        int _,
        (TextSpan Name, IReadOnlyList<IReadOnlyList<Syntax>> Calls) found
    )
    {
        var (name, end) = (found.Name.ToString().Trim('`'), Reading.PlaceFrom(start, context).End);
        return of =>
        {
            var at = Place.Between(of.Around.Offset, end);
            return found.Calls is not [var arguments] ? new Syntax.Member(of, name) { At = at }
                : Macros.Find(name) is { } macro ? Macro(context, at, macro, of, arguments)
                : new Syntax.Call(of, name, [.. arguments]) { At = at };
        };
    }

    public static Func<Syntax, Syntax> Index(ParseContext context, int start, int _, Syntax key)
    {
        var end = Reading.PlaceFrom(start, context).End;
        return of => new Syntax.Index(of, key) { At = Place.Between(of.Around.Offset, end) };
    }

    public static Syntax Follow((Syntax First, IReadOnlyList<Func<Syntax, Syntax>> Steps) found) =>
        found.Steps.Aggregate(found.First, (of, step) => step(of));

    public static Syntax Signed(ParseContext context, int start, int _, (IReadOnlyList<string> Signs, Syntax Of) found)
    {
        var at = Reading.PlaceFrom(start, context);
        return found.Signs.Reverse().Aggregate(found.Of, Sign);

        Syntax Sign(Syntax of, string sign) =>
            sign == "!" ? new Syntax.Not(of) { At = at } : new Syntax.Negate(of) { At = at };
    }

    public static Syntax Chain((Syntax First, IReadOnlyList<(BinaryOperator Sign, Syntax Right)> Others) found) =>
        found.Others.Aggregate(
            found.First,
            (left, next) => new Syntax.Binary(left, next.Sign, next.Right) { At = Across(left, next.Right) }
        );

    public static Syntax And((Syntax First, IReadOnlyList<Syntax> Others) found) =>
        found.Others is []
            ? found.First
            : new Syntax.And([found.First, .. found.Others]) { At = Across(found.First, found.Others[^1]) };

    public static Syntax Or((Syntax First, IReadOnlyList<Syntax> Others) found) =>
        found.Others is []
            ? found.First
            : new Syntax.Or([found.First, .. found.Others]) { At = Across(found.First, found.Others[^1]) };

    public static Syntax Choice((Syntax When, IReadOnlyList<(Syntax Then, Syntax Else)> Branches) found) =>
        found.Branches is [var (then, otherwise)]
            ? new Syntax.Choice(found.When, then, otherwise) { At = Across(found.When, otherwise) }
            : found.When;

    private static Syntax Has(ParseContext context, Place at, IReadOnlyList<Syntax> arguments)
    {
        if (arguments is [Syntax.Member member])
        {
            return new Syntax.Has(member) { At = at };
        }

        ((Reading)context).Report(at, "'has' takes one member, such as has(case.title)");
        return new Syntax.Literal(CelValue.False) { At = at };
    }

    private static Syntax Macro(
        ParseContext context,
        Place at,
        MacroKind kind,
        Syntax range,
        IReadOnlyList<Syntax> arguments
    )
    {
        switch (kind, arguments)
        {
            case (MacroKind.Map, [Syntax.Name variable, var gives]):
                return new Syntax.Macro(kind, range, variable.Text, null, gives) { At = at };
            case (MacroKind.Map, [Syntax.Name variable, var where, var gives]):
                return new Syntax.Macro(kind, range, variable.Text, where, gives) { At = at };
            case (not MacroKind.Map, [Syntax.Name variable, var where]):
                return new Syntax.Macro(kind, range, variable.Text, where, null) { At = at };
            default:
                var message = $"'{kind.Name()}' takes a name for each item and then an expression about it";
                ((Reading)context).Report(at, message);
                return new Syntax.Literal(CelValue.Null) { At = at };
        }
    }

    private static Place Across(Syntax first, Syntax last) => Place.Between(first.Around.Offset, last.Around.End);
}
