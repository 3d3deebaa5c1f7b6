using System.Collections.Frozen;
using CaseFlow.Engine;

namespace CaseFlow.Workflows.Activities;

/// <summary>Every type of activity that is known, also those that cannot run here.</summary>
public static class ActivityCatalog
{
    private static readonly FrozenDictionary<string, ActivityDescriptor> byType = ActivityTableReader
        .Read(ActivityTable.Text)
        .ToFrozenDictionary(descriptor => descriptor.Type, StringComparer.Ordinal);

    public static IEnumerable<ActivityDescriptor> All =>
        byType.Values.OrderBy(descriptor => descriptor.Type, StringComparer.Ordinal);

    public static ActivityDescriptor? Find(string type) => byType.GetValueOrDefault(type);

    /// <summary>The tail of a message about a type that is not there.</summary>
    internal static string Suggest(string type)
    {
        var known = byType.Values.Where(one => one.Refused is null).Select(one => one.Type).ToImmutableArray();
        var name = NameOf(type);
        var meant =
            known.FirstOrDefault(one => Same(NameOf(one), name))
            ?? known.FirstOrDefault(one => Same(NameOf(one), "Flow" + name));
        return meant is null ? Nearest.Suggest(type, known) : $"; did you mean '{meant}'?";
    }

    // Files name types by their namespaces as well, and those of flowcharts without what they begin with.
    private static string NameOf(string type) => type[(type.LastIndexOf('.') + 1)..];

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
