using CaseFlow.Host.Demo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Tests.Lists;

/// <summary>A site with the demo's people, customers and cases.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    public Site Site { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        await ActivatorUtilities
            .CreateInstance<DemoStore>(Site.Host.Services)
            .Fill(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    /// <summary>The lines of the list.</summary>
    public static ILocator Rows(Visit visit) => visit.Page.Locator("tr[data-row]");

    /// <summary>A button of Fluent, which Playwright does not know for one.</summary>
    public static ILocator Button(Visit visit, string text) =>
        visit.Page.Locator("fluent-button:visible", new() { HasText = text }).First;
}
