using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace CaseFlow.Host.Shell.Pages;

/// <summary>A link of the navigation that is also where one is on pages below other addresses.</summary>
public sealed class SectionLink : NavLink
{
    /// <summary>How the paths of those pages begin.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<string> Covers { get; set; } = [];

    protected override bool ShouldMatch(string uriAbsolute) =>
        base.ShouldMatch(uriAbsolute)
        || Covers.Any(path => new Uri(uriAbsolute).AbsolutePath.StartsWith(path, StringComparison.Ordinal));
}
