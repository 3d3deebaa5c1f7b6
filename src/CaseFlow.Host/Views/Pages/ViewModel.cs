using System.Text.Json;
using CaseFlow.Host.Cases.Pages;

namespace CaseFlow.Host.Views.Pages;

/// <summary>A saved or built-in list, as the API shows it.</summary>
public sealed record ViewModel(
    string Key,
    string Name,
    string? Owner,
    IReadOnlyDictionary<string, JsonElement> Filter,
    string? Sort,
    ImmutableArray<string> Columns,
    bool Shared
)
{
    /// <summary>The view's filter as addresses write it.</summary>
    public ImmutableSortedDictionary<string, string> Values =>
        GridFilter.All.AddRange(
            Filter
                .Where(one => one.Value.ValueKind is not JsonValueKind.Null)
                .Select(one => KeyValuePair.Create(one.Key, one.Value.ToString()))
        );

    public string Title => ViewTexts.NameOf(Key, Name);

    public string Address => $"/views/{Uri.EscapeDataString(Key)}";
}
