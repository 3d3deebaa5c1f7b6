using Spectre.Console;

namespace CaseFlow.Host.CommandLine;

/// <summary>How tables look on a terminal: no frames, numbers to the right.</summary>
internal static class Tables
{
    public static Table New(params ReadOnlySpan<string> headings)
    {
        var table = new Table().Border(TableBorder.None);
        for (var column = 0; column < headings.Length; column++)
        {
            var heading = new TableColumn($"[dim]{headings[column]}[/]")
            {
                Padding = new Padding(0, 0, column == headings.Length - 1 ? 0 : 3, 0),
            };
            table.AddColumn(column == 0 ? heading.LeftAligned() : heading.RightAligned());
        }

        return table;
    }

    /// <summary>Words from this column on; what stands before it are numbers.</summary>
    public static Table LeftFrom(this Table table, int first)
    {
        for (var column = 0; column < table.Columns.Count; column++)
        {
            table.Columns[column].Alignment = column < first ? Justify.Right : Justify.Left;
        }

        return table;
    }

    /// <summary>Text from outside, in which brackets mean nothing.</summary>
    public static string Safe(string text) => Markup.Escape(text);

    /// <summary>An empty line, and before it how many are not shown.</summary>
    public static void More(IAnsiConsole console, int count, string nouns)
    {
        if (count > 0)
        {
            console.MarkupLine($"[dim]... and {Printer.Count(count)} more {nouns}; --json tells all.[/]");
        }

        console.WriteLine();
    }
}
