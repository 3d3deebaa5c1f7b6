using Parlot;
using Parlot.Fluent;

namespace CaseFlow.Engine.Conditions;

/// <summary>The grammar of conditions: the Common Expression Language without messages. What binds tightest comes first.</summary>
internal static class Grammar
{
    public static readonly Parser<Syntax> Whole = Build();

    private static Parser<Syntax> Build()
    {
        var itself = Deferred<Syntax>();
        var expression = new Nested<Syntax>(itself);
        var arguments = Enclosed('(', List(expression, lastComma: false), ')');
        var name = Token(Tokens.Name, "a name");

        var member = Sign('.')
            .SkipAnd(name.Or(Token(Tokens.QuotedName, "a name")))
            .And(Maybe(arguments))
            .Then(Trees.Member);
        var index = Enclosed('[', expression, ']').Then(Trees.Index);
        var entry = expression.AndSkip(Closing(':')).And(expression);

        var single = OneOf(
            Token(Tokens.String, null).Then(LiteralReader.String),
            Token(Tokens.Number, null).Then(LiteralReader.Number),
            Enclosed('(', expression, ')').Then(Trees.Parenthesized),
            Enclosed('[', List(expression, lastComma: true), ']').Then(Trees.List),
            Enclosed('{', List(entry, lastComma: true), '}').Then(Trees.Map),
            Maybe(Sign('.')).SkipAnd(Token(Tokens.Name, null)).And(Maybe(arguments)).Then(Trees.Name)
        );
        var value = new Expected<Syntax>(single, "a value").And(ZeroOrMany(OneOf(member, index))).Then(Trees.Follow);
        var signed = ZeroOrMany(OneOf(Sign('!').Then("!"), Token(Tokens.Minus, null).Then("-")))
            .And(value)
            .Then(Trees.Signed);

        var product = Chain(
            signed,
            Operator("*", BinaryOperator.Multiply),
            Operator("/", BinaryOperator.Divide),
            Operator("%", BinaryOperator.Remainder)
        );
        var sum = Chain(product, Operator("+", BinaryOperator.Add), Operator("-", BinaryOperator.Subtract));
        var relation = Chain(
            sum,
            Operator("==", BinaryOperator.Equal),
            Operator("!=", BinaryOperator.NotEqual),
            Operator("<=", BinaryOperator.LessOrEqual),
            Operator("<", BinaryOperator.Less),
            Operator(">=", BinaryOperator.GreaterOrEqual),
            Operator(">", BinaryOperator.Greater),
            Terms.Keyword("in").Then(BinaryOperator.In)
        );
        var and = relation.And(ZeroOrMany(Terms.Text("&&").SkipAnd(relation))).Then(Trees.And);
        var or = and.And(ZeroOrMany(Terms.Text("||").SkipAnd(and))).Then(Trees.Or);
        var choice = or.And(Maybe(Sign('?').SkipAnd(or).AndSkip(Closing(':')).And(expression))).Then(Trees.Choice);

        itself.Parser = choice;
        return expression.AndSkip(new Expected<object?>(SkipWhiteSpace(Always().Eof()), null));
    }

    // Between would leave the signs themselves out of the place that it reports.
    private static Parser<T> Enclosed<T>(char open, Parser<T> inner, char close) =>
        Sign(open).And(inner).AndSkip(Closing(close)).Then(found => found.Item2);

    private static Parser<char> Sign(char sign) => Terms.Char(sign);

    private static Parser<char> Closing(char sign) => new Expected<char>(Terms.Char(sign), $"'{sign}'");

    private static Parser<TextSpan> Token(TokenScanner scanner, string? what) =>
        new Expected<TextSpan>(SkipWhiteSpace(new Scanned(scanner)), what);

    private static Parser<BinaryOperator> Operator(string sign, BinaryOperator meaning) =>
        Terms.Text(sign).Then(meaning);

    private static Parser<Syntax> Chain(Parser<Syntax> operand, params Parser<BinaryOperator>[] operators) =>
        operand.And(ZeroOrMany(OneOf(operators).And(operand))).Then(Trees.Chain);

    private static Parser<IReadOnlyList<T>> List<T>(Parser<T> item, bool lastComma)
    {
        var items = Separated(Sign(','), item);
        var any = Maybe(lastComma ? items.AndSkip(Maybe(Sign(','))) : items);
        return any.Then(IReadOnlyList<T> (found) => found.Count == 0 ? [] : found[0]);
    }

    private static Parser<IReadOnlyList<T>> Maybe<T>(Parser<T> parser) => new Maybe<T>(parser);
}
