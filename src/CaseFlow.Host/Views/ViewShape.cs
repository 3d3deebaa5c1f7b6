using CaseFlow.Host.Cases;

namespace CaseFlow.Host.Views;

/// <summary>A saved or built-in list, as the API shows it.</summary>
/// <param name="Key">What it is called by in addresses.</param>
/// <param name="Owner">Who saved it; null for those that are built in.</param>
/// <param name="Filter">Which cases it shows.</param>
/// <param name="Sort">In what order; null for the newest first.</param>
/// <param name="Columns">What a page shows of each case; empty leaves it to the page.</param>
/// <param name="Shared">Everybody sees it.</param>
internal sealed record ViewShape(
    string Key,
    string Name,
    string? Owner,
    CaseFilter Filter,
    string? Sort,
    ImmutableArray<string> Columns,
    bool Shared
);
