using System.Collections.Frozen;
using CaseFlow.Engine;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Host.Events;

/// <summary>Which types of events somebody wants to hear of: names, beginnings such as <c>clock-*</c>, or <c>*</c> for all.</summary>
internal sealed class EventTypes
{
    public const string Every = "*";

    private readonly FrozenSet<string> wanted;

    private EventTypes(ImmutableArray<string> patterns)
    {
        Patterns = patterns;
        wanted = CaseEventTypes
            .All.Where(type => patterns.Any(pattern => Fits(pattern, type)))
            .ToFrozenSet(StringComparer.Ordinal);
    }

    public static EventTypes All { get; } = new([Every]);

    public ImmutableArray<string> Patterns { get; }

    public bool Include(string type) => wanted.Contains(type);

    /// <summary>The types, or what is wrong with the patterns, in a sentence.</summary>
    public static (EventTypes? Types, string? Problem) Read(IEnumerable<string> patterns)
    {
        ImmutableArray<string> all = [.. patterns.Select(pattern => pattern.Trim()).Distinct(StringComparer.Ordinal)];
        return all is [] ? (null, $"Name types of events, or '{Every}' for all of them.")
            : all.FirstOrDefault(pattern => !CaseEventTypes.All.Any(type => Fits(pattern, type))) is { } unknown
                ? (null, Unknown(unknown))
            : (new(all), null);
    }

    /// <summary>As it was kept; what is not known any more includes nothing.</summary>
    public static EventTypes Known(IEnumerable<string> patterns) => new([.. patterns]);

    public override string ToString() => string.Join(',', Patterns);

    private static bool Fits(string pattern, string type) =>
        pattern.EndsWith('*')
            ? type.StartsWith(pattern[..^1], StringComparison.Ordinal)
            : string.Equals(pattern, type, StringComparison.Ordinal);

    private static string Unknown(string pattern) =>
        $"There is no type of event '{pattern}'{Nearest.Suggest(pattern, CaseEventTypes.All)}. The types are "
        + $"{string.Join(", ", CaseEventTypes.All)}; a '*' at the end stands for any rest.";
}
