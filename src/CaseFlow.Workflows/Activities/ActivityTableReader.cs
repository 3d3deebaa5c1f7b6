using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Activities;

/// <summary>Makes descriptors of the lines of <see cref="ActivityTable"/>.</summary>
internal static class ActivityTableReader
{
    private const string RefusedMark = "refused: ";

    public static IEnumerable<ActivityDescriptor> Read(string table)
    {
        var category = "";
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                category = line[2..];
                continue;
            }

            yield return Descriptor(category, line.Split('|', StringSplitOptions.TrimEntries));
        }
    }

    private static ActivityDescriptor Descriptor(string category, string[] cells)
    {
        var refused = cells[1].StartsWith(RefusedMark, StringComparison.Ordinal)
            ? cells[1][RefusedMark.Length..]
            : null;
        var traits = refused is null ? cells[1].Split(' ') : [];
        return new ActivityDescriptor
        {
            Category = category,
            Type = cells[0],
            Inputs = [.. Words(cells[2]).Select(Input)],
            Outputs = [.. Words(cells[3]).Select(Output)],
            Ports = [.. Words(cells[4])],
            Outcomes = [.. Words(cells[5])],
            Summary = cells[6],
            Refused = refused,
            HasOwnOutcomes = traits.Contains("outcomes", StringComparer.Ordinal),
            IsTrigger = traits.Contains("trigger", StringComparer.Ordinal),
            IsTerminal = traits.Contains("terminal", StringComparer.Ordinal),
            IsContainer = traits.Contains("container", StringComparer.Ordinal),
            Waits =
                traits.Contains("world", StringComparer.Ordinal) ? Waiting.ForWorld
                : traits.Contains("answer", StringComparer.Ordinal) ? Waiting.ForAnswer
                : Waiting.Never,
        };
    }

    // name:Type=default, then * and ~; the names of a choice are cut by /.
    private static ActivityInput Input(string written)
    {
        var isLate = written.EndsWith('~');
        var isBare = written.EndsWith('*');
        var (name, rest) = Cut(written.TrimEnd('~', '*'), ':');
        var (type, value) = Cut(rest!, '=');
        return new ActivityInput(name, Type(type), value, isBare, isLate);
    }

    private static ActivityOutput Output(string written)
    {
        var (name, type) = Cut(written, ':');
        return new ActivityOutput(name, Type(type!));
    }

    private static DeclaredType Type(string name) =>
        name.Contains('/', StringComparison.Ordinal) ? DeclaredType.OneOf([.. name.Split('/')])
        : TypeNames.TryRead(name, isCollection: false, out var type) ? type
        : throw new ArgumentException($"'{name}' is no type.", nameof(name));

    private static (string Before, string? Behind) Cut(string text, char at) =>
        text.IndexOf(at, StringComparison.Ordinal) is var place and >= 0
            ? (text[..place], text[(place + 1)..])
            : (text, null);

    private static string[] Words(string cell) =>
        cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
