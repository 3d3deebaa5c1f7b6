using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Editing;

/// <summary>The routing table as its author wrote it: which lines belong to which rule.</summary>
internal sealed class RoutingText
{
    private readonly TextLines lines;
    private readonly ImmutableArray<RuleLines> rules;

    // Where the first rule of an empty table goes, and how far it is indented.
    private readonly int firstLine;
    private readonly int indent;

    private RoutingText(TextLines lines, ImmutableArray<RuleLines> rules, int firstLine, int indent) =>
        (this.lines, this.rules, this.firstLine, this.indent) = (lines, rules, firstLine, indent);

    public IEnumerable<string> Names => rules.Select(rule => rule.Name);

    /// <summary>The table, or why its lines cannot be told apart.</summary>
    public static (RoutingText? Table, string? Why) Read(TextLines lines, YamlMapping root)
    {
        var section = root.Entries.FirstOrDefault(entry => entry.Name == ProcessKeys.Routing.Name);
        switch (section?.Value)
        {
            case null:
                return (new(lines, [], 0, 2), null);
            case YamlScalar { IsNothing: true }:
                return (new(lines, [], section.Key.Start.Line + 1, 2), null);
            case YamlSequence { IsInBrackets: false } list:
                return RuleLines.Of(lines, section.Key.Start.Line, list) is { } rules
                    ? (new(lines, rules, 0, list.Start.Column - 1), null)
                    : (null, "The routing repeats what is marked elsewhere; write the rules out to change them here.");
            default:
                return (null, "The routing stands in brackets; write each rule on lines of its own to change it here.");
        }
    }

    public int Find(string name)
    {
        for (var index = 0; index < rules.Length; index++)
        {
            if (rules[index].Name == name)
            {
                return index;
            }
        }

        return -1;
    }

    public (TextLines? Lines, string? Why) Move(int rule, int to)
    {
        if (rules[rule].IsOtherwise)
        {
            return (null, "'otherwise' takes the cases that no rule matches, so it stands last.");
        }

        if (to < 1 || to > Movable)
        {
            return (null, $"A rule can have a place from 1 to {Movable}.");
        }

        // What stands between the rules stays where it is: empty lines, and remarks that belong to none.
        var order = rules.RemoveAt(rule).Insert(to - 1, rules[rule]);
        var (first, last) = (rules[0].First, rules[^1].Last);
        var written = new List<string>();
        for (var index = 0; index < rules.Length; index++)
        {
            written.AddRange(LinesOf(order[index].First, order[index].Last));
            if (index + 1 < rules.Length)
            {
                written.AddRange(LinesOf(rules[index].Last + 1, rules[index + 1].First - 1));
            }
        }

        return (lines.With(first, last - first + 1, written), null);
    }

    public (TextLines? Lines, string? Why) Add(DefinitionEdit.AddRule add)
    {
        var at = add.At ?? Movable + 1;
        if (at < 1 || at > Movable + 1)
        {
            return (null, $"A new rule can have a place from 1 to {Movable + 1}.");
        }

        if (add.When.IsEmpty)
        {
            return (null, "A rule asks something; what no rule matches goes to 'otherwise'.");
        }

        var written = RuleWriting.Block(add, new string(' ', indent));
        if (at <= rules.Length)
        {
            return (lines.With(rules[at - 1].First, 0, written), null);
        }

        if (rules is [.., var last])
        {
            return (lines.With(last.Last + 1, 0, written), null);
        }

        return (firstLine > 0 ? lines.With(firstLine, 0, written) : AtTheEnd(written), null);
    }

    public (TextLines? Lines, string? Why) Remove(int rule) =>
        rules.Length == 1
            ? (null, "It is the only rule; a routing has at least one.")
            : (lines.With(rules[rule].First, rules[rule].Last - rules[rule].First + 1, []), null);

    public (TextLines? Lines, string? Why) Change(int rule, DefinitionEdit.ChangeRule change)
    {
        if (rules[rule].IsOtherwise && (change.Name is not null || change.When is not null))
        {
            return (null, "'otherwise' has no name and asks nothing; only its queue can be changed.");
        }

        if (change.When is { IsEmpty: true })
        {
            return (null, "A rule asks something; what no rule matches goes to 'otherwise'.");
        }

        return (RuleWriting.Change(lines, rules[rule].Node, change), null);
    }

    private int Movable => rules.Count(rule => !rule.IsOtherwise);

    private TextLines AtTheEnd(ImmutableArray<string> written)
    {
        var end = lines.Lines.Length;
        while (end > 0 && string.IsNullOrWhiteSpace(lines.Lines[end - 1]))
        {
            end--;
        }

        return lines.With(end + 1, lines.Lines.Length - end, ["", $"{ProcessKeys.Routing.Name}:", .. written, ""]);
    }

    private IEnumerable<string> LinesOf(int first, int last) => lines.Lines.Skip(first - 1).Take(last - first + 1);
}
