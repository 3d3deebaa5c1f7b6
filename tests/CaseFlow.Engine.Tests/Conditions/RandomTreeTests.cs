using CaseFlow.Engine.Conditions;
using CsCheck;

namespace CaseFlow.Engine.Tests.Conditions;

public sealed class RandomTreeTests
{
    private static readonly ConditionScope scope = new(
        new ConditionVariable("a", CelType.Int),
        new ConditionVariable("b", CelType.Int),
        new ConditionVariable("p", CelType.Bool),
        new ConditionVariable("q", new CelType.Nullable(CelType.Bool))
    );

    // What a tree says, and what it should come to: true, false, or null for an error.
    private sealed record Said(string Text, Func<long, long, bool, bool?, bool?> Answer);

    private sealed record Number(string Text, Func<long, long, long?> Value);

    private static readonly Gen<Number> numbers = Gen.Recursive<Number>(
        (depth, inner) =>
            depth > 3
                ? Gen.OneOf(
                    Gen.Const(new Number("a", (a, _) => a)),
                    Gen.Const(new Number("b", (_, b) => b)),
                    Gen.Int[-5, 5].Select(n => new Number($"{n}", (_, _) => n))
                )
                : Gen.OneOf(
                    Gen.Select(
                        inner,
                        inner,
                        (l, r) => new Number($"({l.Text} + {r.Text})", (a, b) => l.Value(a, b) + r.Value(a, b))
                    ),
                    Gen.Select(
                        inner,
                        inner,
                        (l, r) => new Number($"({l.Text} * {r.Text})", (a, b) => l.Value(a, b) * r.Value(a, b))
                    ),
                    Gen.Select(
                        inner,
                        inner,
                        (l, r) =>
                            new Number(
                                $"({l.Text} / {r.Text})",
                                (a, b) => r.Value(a, b) is 0 ? null : l.Value(a, b) / r.Value(a, b)
                            )
                    )
                )
    );

    private static readonly Gen<Said> trees = Gen.Recursive<Said>(
        (depth, inner) =>
            depth > 4
                ? Gen.OneOf(
                    Gen.Const(new Said("p", (_, _, p, _) => p)),
                    Gen.Const(new Said("q", (_, _, _, q) => q)),
                    Gen.Const(new Said("true", (_, _, _, _) => true)),
                    Gen.Const(new Said("q != null", (_, _, _, q) => q is not null)),
                    Gen.Select(
                        numbers,
                        numbers,
                        (l, r) =>
                            new Said(
                                $"{l.Text} < {r.Text}",
                                (a, b, _, _) => l.Value(a, b) is { } x && r.Value(a, b) is { } y ? x < y : null
                            )
                    ),
                    Gen.Select(
                        numbers,
                        numbers,
                        (l, r) =>
                            new Said(
                                $"{l.Text} == {r.Text}",
                                (a, b, _, _) => l.Value(a, b) is { } x && r.Value(a, b) is { } y ? x == y : null
                            )
                    )
                )
                : Gen.OneOf(
                    inner.Select(of => new Said($"!({of.Text})", (a, b, p, q) => !of.Answer(a, b, p, q))),
                    Gen.Select(
                        inner,
                        inner,
                        (l, r) =>
                            new Said(
                                $"({l.Text} && {r.Text})",
                                (a, b, p, q) => l.Answer(a, b, p, q) & r.Answer(a, b, p, q)
                            )
                    ),
                    Gen.Select(
                        inner,
                        inner,
                        (l, r) =>
                            new Said(
                                $"({l.Text} || {r.Text})",
                                (a, b, p, q) => l.Answer(a, b, p, q) | r.Answer(a, b, p, q)
                            )
                    ),
                    Gen.Select(
                        inner,
                        inner,
                        inner,
                        (w, t, e) =>
                            new Said(
                                $"({w.Text} ? {t.Text} : {e.Text})",
                                (a, b, p, q) =>
                                    w.Answer(a, b, p, q) is not { } answer ? null
                                    : answer ? t.Answer(a, b, p, q)
                                    : e.Answer(a, b, p, q)
                            )
                    )
                )
    );

    // C#'s & and | of bool? are those of the language: null is an error, and either side may decide.
    [Fact]
    public void A_tree_comes_to_what_a_plain_interpreter_says() =>
        Gen.Select(trees, Gen.Long[-9, 9], Gen.Long[-9, 9], Gen.Bool, Gen.Bool.Nullable())
            .Sample(
                (tree, a, b, p, q) =>
                {
                    var read = Expression.Read(tree.Text, scope);
                    Assert.Empty(read.Problems);
                    var facts = new ConditionFacts(scope)
                        .Set("a", CelValue.Of(a))
                        .Set("b", CelValue.Of(b))
                        .Set("p", CelValue.Of(p))
                        .Set("q", q is { } set ? CelValue.Of(set) : CelValue.Null);

                    var value = read.Expression!.Evaluate(facts);

                    // A bare null is no error until somebody asks something of it.
                    bool? answer = value.Kind == CelKind.Bool ? value.AsBool : null;
                    Assert.Equal(tree.Answer(a, b, p, q), answer);
                }
            );
}
