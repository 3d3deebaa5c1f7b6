using Microsoft.AspNetCore.WebUtilities;

namespace CaseFlow.Host.Cases.Pages;

/// <summary>Which cases a list shows: the parameters that the API takes, as they stand in addresses, views and bulk jobs alike.</summary>
public static class GridFilter
{
    /// <summary>No parameter at all: every case that one may see.</summary>
    public static readonly ImmutableSortedDictionary<string, string> All = ImmutableSortedDictionary.Create<
        string,
        string
    >(StringComparer.Ordinal);

    private static readonly ImmutableArray<string> Names =
    [
        "process",
        "state",
        "status",
        "stage",
        "queue",
        "owner",
        "worker",
        "team",
        "customer",
        "priority",
        "origin",
        "createdAfter",
        "createdBefore",
        "modifiedAfter",
        "closedAfter",
        "closedBefore",
        "missedAfter",
        "missedBefore",
        "clock",
        "q",
    ];

    /// <summary>What an address says, on top of what a view says; an empty value takes the view's away.</summary>
    public static ImmutableSortedDictionary<string, string> Read(
        ImmutableSortedDictionary<string, string> view,
        string address
    )
    {
        var filter = view;
        foreach (var (name, values) in QueryHelpers.ParseQuery(new Uri(address).Query))
        {
            if (Names.Contains(name, StringComparer.Ordinal))
            {
                filter = values.ToString() is { Length: > 0 } value ? filter.SetItem(name, value) : filter.Remove(name);
            }
        }

        return filter;
    }

    /// <summary>What an address has to say so that it is this filter on top of the view's; null takes a parameter away.</summary>
    public static IReadOnlyDictionary<string, object?> Differences(
        ImmutableSortedDictionary<string, string> view,
        ImmutableSortedDictionary<string, string> filter
    ) =>
        Names.ToDictionary(
            name => name,
            object? (name) =>
                view.GetValueOrDefault(name) == filter.GetValueOrDefault(name)
                    ? null
                    : filter.GetValueOrDefault(name, ""),
            StringComparer.Ordinal
        );

    /// <summary>The address that asks the API, or opens the page, for these cases.</summary>
    public static string Address(string path, IEnumerable<KeyValuePair<string, string>> filter) =>
        QueryHelpers.AddQueryString(path, filter.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)));
}
