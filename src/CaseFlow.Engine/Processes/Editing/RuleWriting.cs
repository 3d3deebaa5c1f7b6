using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;
using YamlDotNet.Core;

namespace CaseFlow.Engine.Processes.Editing;

/// <summary>Writes a rule, or what is new in one.</summary>
internal static class RuleWriting
{
    public static ImmutableArray<string> Block(DefinitionEdit.AddRule add, string indent) =>
        [
            $"{indent}- {RoutingKeys.Rule.Name}: {YamlWriting.Text(add.Rule)}",
            .. When(add.When, $"{indent}  "),
            $"{indent}  {RoutingKeys.Queue.Name}: {YamlWriting.Text(add.Queue)}",
        ];

    /// <summary>Changes the values that are to change, from the last one to the first, so that places above stay true.</summary>
    public static TextLines Change(TextLines lines, YamlNode rule, DefinitionEdit.ChangeRule change)
    {
        foreach (var entry in rule.Entries().Reverse())
        {
            lines =
                entry.Name == RoutingKeys.Rule.Name && change.Name is { } name
                    ? Value(lines, entry, YamlWriting.Text(name))
                : entry.Name == RoutingKeys.When.Name && change.When is { } when ? Conditions(lines, rule, entry, when)
                : entry.Name == RoutingKeys.Queue.Name && change.Queue is { } queue
                    ? Value(lines, entry, YamlWriting.Text(queue))
                : entry.Name == RoutingKeys.Otherwise.Name && change.Queue is { } other
                    ? Value(lines, entry, YamlWriting.Text(other))
                : lines;
        }

        return lines;
    }

    private static TextLines Conditions(TextLines lines, YamlNode rule, YamlEntry entry, ImmutableArray<string> when)
    {
        var isInBrackets = rule is YamlMapping { IsInBrackets: true };
        return entry.Value switch
        {
            YamlSequence { IsInBrackets: false } list => List(lines, list, when),
            YamlSequence => Splice(lines, entry.Value, Bracketed(when)),
            _ when isInBrackets => Splice(
                lines,
                entry.Value,
                when is [var only] ? YamlWriting.Signs(only, isInBrackets: true) : Bracketed(when)
            ),
            _ when when is [var only] => Value(lines, entry, YamlWriting.Signs(only, isInBrackets: false)),
            _ => Rewritten(lines, entry, when),
        };
    }

    // Conditions that stay keep their lines, with the remarks above them.
    private static TextLines List(TextLines lines, YamlSequence list, ImmutableArray<string> when)
    {
        var known = new List<(string Text, IEnumerable<string> Lines)>();
        var first = FirstLine(lines, list, list.Items[0], list.Items[0].Start.Line - 1);
        var from = first;
        foreach (var item in list.Items)
        {
            var last = EndingLine.Of(lines, item);
            var own = lines.Lines.Skip(from - 1).Take(last - from + 1);
            known.Add((item is YamlScalar scalar ? scalar.Value : "", own));
            from = last + 1;
        }

        var indent = new string(' ', list.Start.Column - 1);
        var written = new List<string>();
        foreach (var condition in when)
        {
            var same = known.FindIndex(one => one.Text == condition);
            if (same >= 0)
            {
                written.AddRange(known[same].Lines);
                known.RemoveAt(same);
            }
            else
            {
                written.Add($"{indent}- {YamlWriting.Signs(condition, isInBrackets: false)}");
            }
        }

        return lines.With(first, from - first, written);
    }

    private static int FirstLine(TextLines lines, YamlSequence list, YamlNode item, int above)
    {
        var first = item.Start.Line;
        while (first > above && lines.Lines[first - 1].IndexOf('-') != list.Start.Column - 1)
        {
            first--;
        }

        return first;
    }

    private static TextLines Value(TextLines lines, YamlEntry entry, string text) =>
        entry.Value is YamlScalar { Style: ScalarStyle.Literal or ScalarStyle.Folded } or YamlScalar { Written: "" }
            ? Replaced(lines, entry, [$"{KeyOf(lines, entry)} {text}"])
            : Splice(lines, entry.Value, text);

    private static TextLines Rewritten(TextLines lines, YamlEntry entry, ImmutableArray<string> when)
    {
        var key = KeyOf(lines, entry);
        var indent = new string(' ', entry.Key.Start.Column - 1);
        return Replaced(lines, entry, [key, .. Items(when, indent)]);
    }

    private static TextLines Replaced(TextLines lines, YamlEntry entry, IEnumerable<string> written)
    {
        var first = entry.Key.Start.Line;
        return lines.With(first, Math.Max(EndingLine.Of(lines, entry.Value), first) - first + 1, written);
    }

    // What stands before the key in its line is kept: it may be the dash of the rule.
    private static string KeyOf(TextLines lines, YamlEntry entry) =>
        $"{lines.Lines[entry.Key.Start.Line - 1][..(entry.Key.Start.Column - 1)]}{entry.Name}:";

    private static TextLines Splice(TextLines lines, YamlNode value, string text)
    {
        var (start, end) = (value.Start, value.End);
        var line =
            lines.Lines[start.Line - 1][..(start.Column - 1)] + text + lines.Lines[end.Line - 1][(end.Column - 1)..];
        return lines.With(start.Line, end.Line - start.Line + 1, [line]);
    }

    private static IEnumerable<string> When(ImmutableArray<string> when, string indent) =>
        when is [var only]
            ? [$"{indent}{RoutingKeys.When.Name}: {YamlWriting.Signs(only, isInBrackets: false)}"]
            : [$"{indent}{RoutingKeys.When.Name}:", .. Items(when, indent)];

    private static IEnumerable<string> Items(ImmutableArray<string> when, string indent) =>
        when.Select(one => $"{indent}  - {YamlWriting.Signs(one, isInBrackets: false)}");

    private static string Bracketed(ImmutableArray<string> when) =>
        $"[{string.Join(", ", when.Select(one => YamlWriting.Signs(one, isInBrackets: true)))}]";
}
