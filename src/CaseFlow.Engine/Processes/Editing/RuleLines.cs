using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Editing;

/// <summary>The lines of one rule, with the remarks right above it and those within it.</summary>
/// <param name="First">From 1.</param>
/// <param name="Last">From 1.</param>
internal sealed record RuleLines(string Name, YamlNode Node, int First, int Last)
{
    public bool IsOtherwise => Name == RoutingKeys.Otherwise.Name;

    /// <param name="above">The line of the section's key.</param>
    /// <returns>Null where rules share lines, or are written elsewhere.</returns>
    public static ImmutableArray<RuleLines>? Of(TextLines lines, int above, YamlSequence list)
    {
        ImmutableArray<RuleLines> rules = [];
        var (before, dash) = (above, list.Start.Column - 1);
        foreach (var item in list.Items)
        {
            var first = item.Start.Line;
            while (first > before && !IsDash(lines.Lines[first - 1], dash))
            {
                first--;
            }

            var last = EndingLine.Of(lines, item);
            if (first <= before || last < first)
            {
                return null;
            }

            while (first - 1 > before && IsRemark(lines.Lines[first - 2]))
            {
                first--;
            }

            while (last < lines.Lines.Length && IsRemark(lines.Lines[last]) && IndentOf(lines.Lines[last]) > dash)
            {
                last++;
            }

            rules = rules.Add(new(NameOf(item), item, first, last));
            before = last;
        }

        return rules;
    }

    private static string NameOf(YamlNode item) =>
        item.At(RoutingKeys.Rule).AsText()
        ?? (item.At(RoutingKeys.Otherwise) is null ? "" : RoutingKeys.Otherwise.Name);

    private static bool IsDash(string line, int column) =>
        line.Length > column && line[column] == '-' && string.IsNullOrWhiteSpace(line[..column]);

    private static bool IsRemark(string line) => line.TrimStart().StartsWith('#');

    private static int IndentOf(string line) => line.Length - line.TrimStart().Length;
}
