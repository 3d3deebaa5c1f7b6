using CaseFlow.Engine.Conditions;
using CsCheck;

namespace CaseFlow.Engine.Tests.Conditions;

public sealed class RandomTextTests
{
    private static readonly string[] scraps =
    [
        "case",
        "customer",
        "now",
        ".",
        "title",
        "priority",
        "tags",
        "fields",
        "impact",
        "`resolution-type`",
        "tier",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "?",
        "&&",
        "||",
        "!",
        "-",
        "+",
        "*",
        "/",
        "%",
        "==",
        "!=",
        "<",
        "<=",
        ">",
        ">=",
        " in ",
        " ",
        "\n",
        "// no\n",
        "1",
        "2u",
        "0x1F",
        "1.5e3",
        "9223372036854775808",
        "'high'",
        "\"x\"",
        "r'\\'",
        "b'\\xff'",
        "'''",
        "'",
        "\\",
        "true",
        "false",
        "null",
        "size",
        "matches",
        "'(a'",
        "exists(x, ",
        "all(y, ",
        "map(z, ",
        "has(",
        "duration('1h')",
        "timestamp(0)",
        "type(",
        "dyn(",
        "int",
        "€",
        "\U0001F431",
        "\0",
    ];

    [Fact]
    public void No_text_can_break_the_reader() => Gen.String[0, 80].Sample(NeverThrows);

    [Fact]
    public void No_text_made_of_the_languages_own_scraps_can_break_it() =>
        Gen.Int[0, scraps.Length - 1]
            .Select(scrap => scraps[scrap])
            .Array[0, 30]
            .Select(string.Concat)
            .Sample(NeverThrows, iter: 5_000);

    private static void NeverThrows(string text)
    {
        var read = Condition.Read(text, Desk.Scope);

        Assert.Equal(read.Condition is null, read.Problems.Length > 0);
        Assert.All(
            read.Problems,
            problem => Assert.InRange(problem.Offset + problem.Length, problem.Offset, text.Length)
        );
        read.Condition?.Explain(Desk.Facts());
        Expression.Read(text, Desk.Scope, check: false).Expression?.Evaluate(Desk.Facts()).ToString();
    }
}
