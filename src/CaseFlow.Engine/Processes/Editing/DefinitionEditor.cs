using System.Globalization;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Editing;

/// <summary>
/// Changes the text of a definition and nothing but what is to be changed: every other line stays as its author wrote it, with
/// its comments. Whether the text then reads is for the reader to say.
/// </summary>
public static class DefinitionEditor
{
    public static EditResult Edit(string source, DefinitionEdit edit)
    {
        if (TextLines.Of(source) is not { } lines)
        {
            return new EditResult.Impossible(
                "The lines of this text end in different ways; save it with one kind of line ends."
            );
        }

        if (edit is DefinitionEdit.ReplaceLines(var change))
        {
            return Replace(lines, change);
        }

        var problems = new ProblemList("");
        return YamlTree.Read(source, problems) is not YamlMapping root
            ? new EditResult.Impossible(
                problems.InOrder() is [var first, ..]
                    ? $"The text is no YAML so far: line {first.Line}: {first.Message}."
                    : "The text is no definition so far."
            )
            : Edit(lines, root, edit);
    }

    private static EditResult Edit(TextLines lines, YamlMapping root, DefinitionEdit edit)
    {
        if (edit is DefinitionEdit.MapCases(var map))
        {
            return Changed(lines, MigrationText.Write(lines, root, map));
        }

        var (table, why) = RoutingText.Read(lines, root);
        return table is null ? new EditResult.Impossible(why!) : Edit(lines, table, edit);
    }

    private static EditResult Edit(TextLines lines, RoutingText table, DefinitionEdit edit)
    {
        return edit switch
        {
            DefinitionEdit.AddRule add => Changed(lines, table.Add(add)),
            DefinitionEdit.MoveRule(var rule, var to) => Of(rule, found => table.Move(found, to)),
            DefinitionEdit.ChangeRule change => Of(change.Rule, found => table.Change(found, change)),
            DefinitionEdit.RemoveRule(var rule) => Of(rule, table.Remove),
            _ => throw new InvalidOperationException($"No editing for {edit.GetType().Name}."),
        };

        EditResult Of(string rule, Func<int, (TextLines? Lines, string? Why)> make) =>
            table.Find(rule) is var found and >= 0
                ? Changed(lines, make(found))
                : new EditResult.Impossible($"There is no rule '{rule}'{Nearest.Suggest(rule, table.Names)}.");
    }

    private static EditResult Changed(TextLines before, (TextLines? Lines, string? Why) made) =>
        made.Lines is { } after
            ? new EditResult.Edited(after.Text, before.ChangeTo(after))
            : new EditResult.Impossible(made.Why!);

    private static EditResult Replace(TextLines lines, TextChange change)
    {
        var first = change.Line - 1;
        if (
            first < 0
            || first + change.Removed.Length > lines.Lines.Length
            || !lines.Lines.AsSpan(first, change.Removed.Length).SequenceEqual(change.Removed.AsSpan())
        )
        {
            return new EditResult.Impossible(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Other lines stand at line {change.Line} by now; nothing was changed."
                )
            );
        }

        return Changed(lines, (lines.With(change.Line, change.Removed.Length, change.Inserted), null));
    }
}
