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
    internal static string Suggest(string type) =>
        Nearest.Suggest(type, byType.Values.Where(one => one.Refused is null).Select(one => one.Type));
}
