using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Editing;
using CsCheck;

namespace CaseFlow.Engine.Tests.Processes.Editing;

/// <summary>What changing the routing table does to the text that its author wrote.</summary>
public class EditingTests
{
    private const string Routing = """
        queues:
          a: { title: First }
          b:
          c:

        routing:
          # Whoever is in great need.
          - rule: Urgent   # the shortest name
            when:
              # both of them
              - case.priority == 'high'
              - "case.title != ''"   # says something
            queue: a # first
            # about the urgent ones

          # Stands alone.

          - { rule: By web, when: [case.origin == 'web'], queue: b }
          - rule: "By mail"
            when: case.origin == 'email' # not the web
            queue: b
          - rule: By telephone
            when: >
              case.origin
              == 'phone'
            queue: c
          - otherwise: c   # the rest

        policies:
          max-children: 10
        """;

    private static readonly string desk = Definitions.Desk(Routing);

    [Fact]
    public void A_rule_moves_with_its_remarks_and_nothing_else_changes()
    {
        var moved = Edit(desk, new DefinitionEdit.MoveRule("Urgent", 3));

        Assert.Equal(["By web", "By mail", "Urgent", "By telephone", "otherwise"], Rules(moved));
        Assert.Equal(Sorted(desk), Sorted(moved));
        Assert.Contains(
            """
              - rule: "By mail"
                when: case.origin == 'email' # not the web
                queue: b
              # Whoever is in great need.
              - rule: Urgent   # the shortest name
            """,
            moved,
            StringComparison.Ordinal
        );
        Assert.Contains("    # about the urgent ones\n  - rule: By telephone", moved, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_that_is_asked_otherwise_changes_its_line_only()
    {
        var changed = Edit(
            desk,
            new DefinitionEdit.ChangeRule("By mail", null, ["case.origin in ['email', 'webhook']"], null)
        );

        Assert.Equal(
            desk.Replace("case.origin == 'email' #", "case.origin in ['email', 'webhook'] #", StringComparison.Ordinal),
            changed
        );
    }

    [Fact]
    public void Conditions_that_stay_keep_their_remarks()
    {
        var changed = Edit(
            desk,
            new DefinitionEdit.ChangeRule("Urgent", null, ["case.title != ''", "!has(case.worker)"], null)
        );

        Assert.Contains(
            """
                when:
                  # both of them
                  - "case.title != ''"   # says something
                  - "!has(case.worker)"
                queue: a # first
            """,
            changed,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void One_condition_becomes_several_and_a_folded_text_one_line()
    {
        var several = Edit(
            desk,
            new DefinitionEdit.ChangeRule("By mail", null, ["case.origin == 'email'", "case.priority == 'low'"], null)
        );
        var one = Edit(desk, new DefinitionEdit.ChangeRule("By telephone", null, ["case.origin != 'web'"], null));
        var inBrackets = Edit(
            desk,
            new DefinitionEdit.ChangeRule(
                "By web",
                null,
                ["case.origin in ['web', 'email']", "case.priority == 'low'"],
                null
            )
        );

        Assert.Contains(
            """
                when:
                  - case.origin == 'email'
                  - case.priority == 'low'
                queue: b
            """,
            several,
            StringComparison.Ordinal
        );
        Assert.Contains("    when: case.origin != 'web'\n    queue: c", one, StringComparison.Ordinal);
        Assert.Equal(
            "  - { rule: By web, when: [\"case.origin in ['web', 'email']\", case.priority == 'low'], queue: b }",
            inBrackets.Split('\n').Single(line => line.Contains("By web", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Names_and_queues_are_changed_where_they_stand()
    {
        var changed = Edit(desk, new DefinitionEdit.ChangeRule("Urgent", "At once: now", null, "b"));
        var rest = Edit(desk, new DefinitionEdit.ChangeRule("otherwise", null, null, "a"));

        Assert.Contains("  - rule: \"At once: now\"   # the shortest name", changed, StringComparison.Ordinal);
        Assert.Contains("    queue: b # first", changed, StringComparison.Ordinal);
        Assert.Contains("  - otherwise: a   # the rest", rest, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_rule_stands_before_otherwise_unless_a_place_is_named()
    {
        var last = Edit(desk, new DefinitionEdit.AddRule("Low", ["case.priority == 'low'"], "a", null));
        var first = Edit(
            desk,
            new DefinitionEdit.AddRule("Low", ["case.priority == 'low'", "case.origin == 'web'"], "a", 1)
        );

        Assert.Equal("Low", Rules(last)[^2]);
        Assert.Equal("Low", Rules(first)[0]);
        Assert.Contains(
            "  - rule: Low\n    when: case.priority == 'low'\n    queue: a\n  - otherwise: c   # the rest",
            last,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_definition_without_routing_gets_one()
    {
        var text = Definitions.Desk("queues:\n  a:\n\n\n");

        var edited = Edit(text, new DefinitionEdit.AddRule("High", ["case.priority == 'high'"], "a", null));

        Assert.Equal(["High"], Rules(edited));
        Assert.StartsWith(text.TrimEnd(), edited, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_is_written_at_the_end_or_added_to_what_is_mapped()
    {
        var map = new MigrationMap { Statuses = MigrationMap.None.Statuses.Add("new", "open") };
        var more = new MigrationMap { Queues = MigrationMap.None.Queues.Add("old", "a") };

        var once = Edit(desk, new DefinitionEdit.MapCases(map));
        var twice = Edit(once, new DefinitionEdit.MapCases(more));

        Assert.EndsWith("  max-children: 10\n\nmigrate:\n  statuses: { new: open }\n", once, StringComparison.Ordinal);
        Assert.EndsWith("migrate:\n  statuses: { new: open }\n  queues: { old: a }\n", twice, StringComparison.Ordinal);
        Definitions.Ready(twice);
    }

    [Theory]
    [InlineData("routing: [{ rule: A, when: case.origin == 'web', queue: a }]", "The routing stands in brackets")]
    [InlineData("routing:\n  - rule: A\n    when: case.origin == 'web'\n    queue: a\n", "It is the only rule")]
    public void What_cannot_be_edited_line_by_line_is_left_alone(string routing, string why)
    {
        var text = Definitions.Desk($"queues:\n  a:\n{routing}");

        var answer = DefinitionEditor.Edit(text, new DefinitionEdit.RemoveRule("A"));

        Assert.StartsWith(why, Assert.IsType<EditResult.Impossible>(answer).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Urgnt", "There is no rule 'Urgnt'; did you mean 'Urgent'?.")]
    [InlineData("otherwise", "'otherwise' takes the cases that no rule matches, so it stands last.")]
    public void Rules_that_cannot_move_say_why(string rule, string why) =>
        Assert.Equal(
            why,
            Assert.IsType<EditResult.Impossible>(DefinitionEditor.Edit(desk, new DefinitionEdit.MoveRule(rule, 1))).Why
        );

    [Theory]
    [InlineData("")]
    [InlineData("- a")]
    [InlineData("routing: *x")]
    [InlineData("a: [")]
    [InlineData("a: b\rc: d\n")]
    public void Any_text_is_answered(string text)
    {
        Assert.IsType<EditResult.Impossible>(DefinitionEditor.Edit(text, new DefinitionEdit.RemoveRule("A")));
        Assert.IsType<EditResult.Impossible>(
            DefinitionEditor.Edit(text, new DefinitionEdit.ReplaceLines(new TextChange(7, ["x"], ["y"])))
        );
    }

    [Fact]
    public void Whatever_is_edited_reads_leaves_other_lines_alone_and_can_be_taken_back()
    {
        Gen.Select(Gen.Bool, Gen.Int[0, 9].Array[8].Array[1, 6])
            .Sample(
                (withReturns, steps) =>
                {
                    var first = withReturns ? desk.ReplaceLineEndings("\r\n") : desk;
                    var (text, changes) = (first, new Stack<TextChange>());
                    foreach (var step in steps)
                    {
                        var (next, change) = Apply(text, step);
                        if (change is null)
                        {
                            continue;
                        }

                        Definitions.Ready(next);
                        Untouched(text, next, change);
                        changes.Push(change);
                        text = next;
                    }

                    while (changes.TryPop(out var change))
                    {
                        text = Edit(text, new DefinitionEdit.ReplaceLines(change.Undone));
                    }

                    Assert.Equal(first, text);
                },
                iter: 300
            );
    }

    private static (string Text, TextChange? Change) Apply(string text, int[] numbers)
    {
        var rules = Rules(text);
        var rule = rules[numbers[1] % rules.Length];
        ImmutableArray<string> when =
        [
            .. Enumerable.Range(0, 1 + (numbers[2] % 3)).Select(index => Condition((numbers[3] + index) % 6)),
        ];
        var queue = ((string[])["a", "b", "c"])[numbers[4] % 3];
        DefinitionEdit edit = (numbers[0] % 5) switch
        {
            0 => new DefinitionEdit.MoveRule(rule, 1 + (numbers[5] % rules.Length)),
            1 => new DefinitionEdit.AddRule(Free(rules, numbers[6]), [Unlike(numbers)], queue, 1),
            2 => new DefinitionEdit.ChangeRule(rule, null, null, queue),
            3 => new DefinitionEdit.ChangeRule(rule, Free(rules, numbers[6]), when, null),
            _ => new DefinitionEdit.RemoveRule(rule),
        };
        return
            DefinitionEditor.Edit(text, edit) is EditResult.Edited(var next, var change)
            && Definitions.Problems(next).IsEmpty
            ? (next, change)
            : (text, null);
    }

    // No rule takes what another takes, so that none is shadowed.
    private static string Unlike(int[] numbers) => $"case.title == 'number {string.Concat(numbers)}'";

    private static string Condition(int which) => $"case.title == '{which}'";

    private static string Free(ImmutableArray<string> rules, int number)
    {
        var name = $"Rule: {number} # 'x'";
        while (rules.Contains(name))
        {
            name += "y";
        }

        return name;
    }

    private static void Untouched(string before, string after, TextChange change)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var tail = old.Length - change.Line + 1 - change.Removed.Length;
        Assert.Equal(old[..(change.Line - 1)], now[..(change.Line - 1)]);
        Assert.Equal(old[^tail..], now[^tail..]);
    }

    private static string Edit(string text, DefinitionEdit edit) =>
        DefinitionEditor.Edit(text, edit) switch
        {
            EditResult.Edited(var source, _) => source,
            EditResult.Impossible(var why) => throw new InvalidOperationException(why),
            _ => throw new InvalidOperationException(),
        };

    private static ImmutableArray<string> Rules(string text) =>
        [.. Definitions.Ready(text).Parts.Routing.Select(rule => rule.Name)];

    private static string[] Sorted(string text) => [.. text.Split('\n').Order(StringComparer.Ordinal)];
}
