using System.Text;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Tests.Processes;

/// <summary>Texts that were made to hurt are refused, and cost little.</summary>
public class HostileTextTests
{
    // What reading may allocate at most, whatever it is given: a text within the limits, its tree and its problems.
    private const long Bound = 400_000_000;

    [Fact]
    public void Ten_megabytes_are_refused_at_once() =>
        Assert.Contains("CF0002", Refused("process: desk\n" + new string('#', 10_000_000)), StringComparison.Ordinal);

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Deep_nesting_is_refused(string level)
    {
        Assert.Contains("nested deeper than 64", Refused("a:\n  " + Repeat(level, 200)), StringComparison.Ordinal);
        Assert.Contains("nested deeper than 64", Refused("a:\n  " + Repeat(level, 100_000)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_by_indentation_is_refused() =>
        Assert.Contains(
            "CF0003",
            Refused(string.Concat(Enumerable.Range(0, 1_000).Select(level => new string(' ', level) + "a:\n"))),
            StringComparison.Ordinal
        );

    [Fact]
    public void Aliases_that_nest_are_counted_in_depth()
    {
        var text = "l0: &l0 [x]\n" + string.Concat(Enumerable.Range(1, 100).Select(i => $"l{i}: &l{i} [*l{i - 1}]\n"));

        Assert.Contains("CF0003", Refused(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Aliases_that_multiply_are_refused_where_it_becomes_too_much()
    {
        var text =
            "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i} [{Repeat($"*a{i - 1}, ", 10)}]\n"));

        Assert.Contains("CF0004: with '*a3' written out", Refused(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_values_are_refused_without_aliases_too() =>
        Assert.Contains("CF0004", Refused($"fields: [{Repeat("a,", 100_000)}]"), StringComparison.Ordinal);

    [Theory]
    [InlineData("GIF89a\0\u0001\u0002")]
    [InlineData("process: \uD800\n")]
    [InlineData("process: a\uFFFDb\n")]
    [InlineData("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n1 0 obj <</Linearized 1>>\n")]
    [InlineData("{\"json\": ")]
    [InlineData("<html><body>Not found</body></html>")]
    [InlineData("\u2028\u2029\u0085")]
    public void Garbage_is_refused(string text) => Refused(text);

    [Fact]
    public void A_long_text_cannot_be_repeated_often() =>
        Assert.Contains(
            "CF0004",
            Refused($"text: &long {new string('x', 800_000)}\nlist: [{Repeat("*long, ", 1_000)}]"),
            StringComparison.Ordinal
        );

    [Fact]
    public void Every_move_between_many_statuses_cannot_be_listed_over_and_over() =>
        Assert.Contains(
            "CF0035",
            Refused(
                Definitions.Desk(
                    statuses: $"statuses:\n  active:\n    open: {{ initial: true }}\n{string.Concat(Enumerable.Range(0, 498).Select(i => $"    s{i}:\n"))}  resolved:\n    done:\n",
                    transitions: $"transitions:\n{Repeat("  - { from: any, to: any, name: Go }\n", 1_900)}"
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Ten_thousand_unknown_names_cost_no_more_than_a_few()
    {
        var statuses = string.Concat(Enumerable.Range(0, 490).Select(i => $"    {new string('s', 50)}{i}:\n"));
        var names = Repeat($"{new string('x', 55)}, ", 10_000);

        Refused(
            $"process: desk\ntitle: Desk\nstatuses:\n  active:\n    open: {{ initial: true }}\n{statuses}transitions:\n  - from: open\n    to: [{names}]\n"
        );
    }

    [Fact]
    public void A_thousand_rules_with_the_same_conditions_are_compared()
    {
        var rules = string.Concat(
            Enumerable
                .Range(0, 990)
                .Select(i =>
                    $"  - rule: r{i}\n    queue: desk\n    when: [{string.Concat(Enumerable.Range(0, 20).Select(c => $"case.title != '{c}', "))}case.title == '{i}']\n"
                )
        );

        Definitions.Ready(Definitions.Desk($"queues:\n  desk:\nrouting:\n{rules}"));
    }

    [Fact]
    public void Five_hundred_statuses_with_every_move_between_them_are_read()
    {
        var statuses = string.Concat(Enumerable.Range(0, 498).Select(i => $"    s{i}:\n"));

        var process = Definitions.Ready(
            Definitions.Desk(
                statuses: $"statuses:\n  active:\n    open: {{ initial: true }}\n{statuses}  resolved:\n    done:\n",
                transitions: "transitions: any\n"
            )
        );

        Assert.Equal(500 * 499, process.Parts.Transitions.Length);
    }

    [Theory]
    [InlineData("(", 900_000)]
    [InlineData("!", 3_900)]
    [InlineData("(", 3_900)]
    [InlineData("case.title == 'a' && ", 180)]
    [InlineData("[", 3_900)]
    [InlineData("x ? ", 900)]
    public void Conditions_that_go_on_and_on_are_refused(string part, int times) =>
        Refused(
            Definitions.Desk(
                $"queues:\n  desk:\nrouting:\n  - rule: A\n    queue: desk\n    when: \"{Repeat(part, times)}\"\n"
            )
        );

    private static string Refused(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = Definitions.Read(text);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated < Bound, $"{allocated:N0} bytes were allocated.");
        return string.Join('\n', Assert.IsType<ReadResult.Broken>(result).Problems);
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
