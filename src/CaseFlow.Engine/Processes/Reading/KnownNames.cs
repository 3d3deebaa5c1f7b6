using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>The names that a section declares, for all who refer to them.</summary>
/// <param name="noun">What they name, such as <c>status</c>.</param>
/// <param name="code">The problem of a name that is not among them.</param>
internal sealed class KnownNames(string noun, string code, IEnumerable<string> names, ProblemList problems)
{
    // Longer lists help nobody who reads an error.
    private const int Listed = 12;

    private readonly HashSet<string> set = names.ToHashSet(StringComparer.Ordinal);

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<string> All { get; } = [.. names.Distinct(StringComparer.Ordinal)];

    /// <summary>False where the section is not readable at all: then nothing can be said about a name.</summary>
    public bool IsComplete { get; init; } = true;

    public bool Contains(string name) => set.Contains(name);

    /// <summary>The name, or null where it is unknown; that is a problem, which begins with what refers to it.</summary>
    public string? Refer(YamlNode? node, string referrer)
    {
        if (node.AsScalar() is not { } name)
        {
            return null;
        }

        // Looking for the nearest name takes time, which a full list of problems is not worth.
        if (!Contains(name.Value) && IsComplete && !problems.IsFull)
        {
            problems.Add(name.Start, code, $"{referrer} unknown {noun} {Say.Shown(name)}{Help(name.Value)}");
        }

        return Contains(name.Value) ? name.Value : null;
    }

    private string Help(string name) =>
        Nearest.Suggest(name, All) switch
        {
            { Length: > 0 } near => near,
            _ when All.IsEmpty => $"; the file declares no {noun} at all",
            _ when All.Length <= Listed => $"; known: {string.Join(", ", All)}",
            _ => "",
        };
}
