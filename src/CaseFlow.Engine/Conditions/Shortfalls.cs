namespace CaseFlow.Engine.Conditions;

/// <summary>Follows the tree of a condition that does not hold down to the part that is to blame.</summary>
internal sealed class Shortfalls(string text, IReadOnlyDictionary<Syntax, Compiled> parts, ConditionFacts facts)
{
    /// <summary>Why the part does not come to what is wanted.</summary>
    public ConditionShortfall Find(Syntax syntax, bool wanted = true) =>
        syntax switch
        {
            Syntax.Not(var of) => Find(of, !wanted),
            Syntax.And(var operands) => wanted ? First(operands, wanted) : Any(operands, wanted),
            Syntax.Or(var operands) => wanted ? Any(operands, wanted) : First(operands, wanted),
            Syntax.Choice(var when, var then, var otherwise) => Value(when).Kind == CelKind.Bool
                ? Find(Comes(when, to: true) ? then : otherwise, wanted)
                : Find(when),
            Syntax.Binary binary => OfComparison(binary, wanted),
            Syntax.Has(var of) => new(Saw(of), wanted ? "a value" : "it to be empty"),
            Syntax.Call { Target: { } target, Arguments: [var argument] } call
                when WordsOf(call.Function) is { } words && parts[argument].Constant is { } constant => new(
                Saw(target),
                $"a text that {(wanted ? words.Does : words.DoesNot)} {PlainText.Of(constant)}"
            ),
            _ when parts[syntax].Path is not null => new(Saw(syntax), wanted ? "true" : "false"),
            _ => AsWritten(syntax, wanted),
        };

    private ConditionShortfall First(SyntaxList operands, bool wanted) =>
        Find(operands.First(operand => !Comes(operand, wanted)), wanted);

    // Each of them would have been enough, so each is told.
    private ConditionShortfall Any(SyntaxList operands, bool wanted)
    {
        var each = operands.Select(operand => (Lacks: Find(operand, wanted), About: AboutWhat(operand))).ToList();
        return new(
            string.Join(", ", each.Select(one => one.Lacks.Seen).Distinct(StringComparer.Ordinal)),
            string.Join(
                ", or ",
                each.Select(one => one.About is { } about ? $"{one.Lacks.Needed} for {about}" : one.Lacks.Needed)
            )
        );
    }

    private ConditionShortfall OfComparison(Syntax.Binary binary, bool wanted)
    {
        var (left, right) = (parts[binary.Left], parts[binary.Right]);
        return (left.Constant, right.Constant) switch
        {
            (null, { } than) when Needs(binary.Operator, than, wanted) is { } needed => new(Saw(binary.Left), needed),
            ({ } than, null)
                when Mirrored(binary.Operator) is { } turned && Needs(turned, than, wanted) is { } needed => new(
                Saw(binary.Right),
                needed
            ),
            _ => AsWritten(binary, wanted),
        };
    }

    private static string? Needs(BinaryOperator comparison, CelValue than, bool wanted) =>
        (comparison, wanted) switch
        {
            (BinaryOperator.Equal, true) or (BinaryOperator.NotEqual, false) => than.IsNull
                ? "it to be empty"
                : PlainText.Of(than),
            (BinaryOperator.Equal, false) or (BinaryOperator.NotEqual, true) => than.IsNull
                ? "a value"
                : $"anything but {PlainText.Of(than)}",
            (BinaryOperator.Less, true) or (BinaryOperator.GreaterOrEqual, false) => IsTime(than)
                ? $"before {PlainText.Of(than)}"
                : $"less than {PlainText.Of(than)}",
            (BinaryOperator.Greater, true) or (BinaryOperator.LessOrEqual, false) => IsTime(than)
                ? $"after {PlainText.Of(than)}"
                : $"more than {PlainText.Of(than)}",
            (BinaryOperator.GreaterOrEqual, true) or (BinaryOperator.Less, false) =>
                $"{PlainText.Of(than)} or {(IsTime(than) ? "later" : "more")}",
            (BinaryOperator.LessOrEqual, true) or (BinaryOperator.Greater, false) =>
                $"{PlainText.Of(than)} or {(IsTime(than) ? "earlier" : "less")}",
            (BinaryOperator.In, true) when than.Kind == CelKind.List => CelList.Count(than) == 1
                ? PlainText.Of(CelList.At(than, 0))
                : $"one of {PlainText.Of(than)}",
            (BinaryOperator.In, false) when than.Kind == CelKind.List => $"none of {PlainText.Of(than)}",
            _ => null,
        };

    private static bool IsTime(CelValue value) => value.Kind == CelKind.Timestamp;

    private static BinaryOperator? Mirrored(BinaryOperator comparison) =>
        comparison switch
        {
            BinaryOperator.Equal or BinaryOperator.NotEqual => comparison,
            BinaryOperator.Less => BinaryOperator.Greater,
            BinaryOperator.Greater => BinaryOperator.Less,
            BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
            BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
            _ => null,
        };

    private static (string Does, string DoesNot)? WordsOf(string function) =>
        function switch
        {
            "contains" => ("contains", "does not contain"),
            "startsWith" => ("begins with", "does not begin with"),
            "endsWith" => ("ends with", "does not end with"),
            "matches" => ("matches", "does not match"),
            _ => null,
        };

    // What cannot be put into words is shown as it stands, with every value in it.
    private ConditionShortfall AsWritten(Syntax syntax, bool wanted)
    {
        var seen = NamesIn(syntax).DistinctBy(TextOf, StringComparer.Ordinal).Select(Saw);
        return new(string.Join(", ", seen), wanted ? TextOf(syntax) : $"the opposite of {TextOf(syntax)}");
    }

    private IEnumerable<Syntax> NamesIn(Syntax syntax) =>
        parts.TryGetValue(syntax, out var part) && part.Path is not null
            ? [syntax]
            : syntax.Children.SelectMany(NamesIn);

    private string? AboutWhat(Syntax syntax) =>
        syntax switch
        {
            Syntax.Not(var of) => AboutWhat(of),
            Syntax.Has(var of) => TextOf(of),
            Syntax.Call { Target: { } target } => TextOf(target),
            Syntax.Binary(var left, _, var right) => (parts[left].Constant, parts[right].Constant) switch
            {
                (null, not null) => TextOf(left),
                (not null, null) => TextOf(right),
                _ => null,
            },
            _ => parts[syntax].Path is not null ? TextOf(syntax) : null,
        };

    private string Saw(Syntax syntax) =>
        Value(syntax) switch
        {
            { IsError: true } error => error.ErrorMessage,
            { IsNull: true } => $"{TextOf(syntax)} is not set",
            { Kind: CelKind.Object } => $"{TextOf(syntax)} is set",
            var value => $"{TextOf(syntax)} is {PlainText.Of(value)}",
        };

    private bool Comes(Syntax syntax, bool to) =>
        Value(syntax) is { Kind: CelKind.Bool, AsBool: var came } && came == to;

    private CelValue Value(Syntax syntax) =>
        parts.TryGetValue(syntax, out var part) ? facts.Begin(part.Run) : CelValue.Null;

    private string TextOf(Syntax syntax) => text.Substring(syntax.At.Offset, syntax.At.Length);
}
