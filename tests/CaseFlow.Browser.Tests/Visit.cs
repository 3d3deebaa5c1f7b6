using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Tests;

/// <summary>
/// One person's browser on the site. When it is closed, it must have seen no error in the console and asked no other host.
/// </summary>
public sealed class Visit : IAsyncDisposable
{
    // A button that fades in has for a moment the contrast of neither state.
    private const string IsStill = """
        () => {
            const moving = root => [...root.querySelectorAll('*')].some(one =>
                one.getAnimations().some(change => change.playState === 'running' && change.effect.getComputedTiming().endTime !== Infinity)
                || (one.shadowRoot && moving(one.shadowRoot)));
            return !moving(document);
        }
        """;

    private static readonly string[] Serious = ["serious", "critical"];

    private readonly ConcurrentQueue<string> wrong = new();
    private readonly IBrowserContext context;

    private Visit(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Messages of the console that this visit is meant to see, such as the 404 of a page that is not there.</summary>
    public List<string> Expected { get; } = [];

    public static async Task<Visit> Begin(IBrowserContext context, Uri host)
    {
        var visit = new Visit(context, await context.NewPageAsync());
        visit.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                visit.wrong.Enqueue($"console: {message.Text}");
            }
        };
        visit.Page.PageError += (_, error) => visit.wrong.Enqueue($"error: {error}");
        visit.Page.Request += (_, request) =>
        {
            if (
                Uri.TryCreate(request.Url, UriKind.Absolute, out var address)
                && address.Scheme is "http" or "https" or "ws" or "wss"
                && address.Authority != host.Authority
            )
            {
                visit.wrong.Enqueue($"asked another host: {request.Url}");
            }
        };
        return visit;
    }

    /// <summary>Goes to a page and waits until it is drawn and answers.</summary>
    public async Task Go(string path)
    {
        await Page.GotoAsync(path);
        await Page.Locator("main h1").First.WaitForAsync();
    }

    /// <summary>Waits until the page's address has this in it.</summary>
    public Task Reaches(string part) =>
        Assertions
            .Expect(Page)
            .ToHaveURLAsync(new Regex(Regex.Escape(part), RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>A picture of the page, under <c>artifacts/pages</c>.</summary>
    public Task Picture(string name) =>
        Page.ScreenshotAsync(
            new() { Path = Path.Combine(Repository.Root, "artifacts", "pages", name + ".png"), FullPage = false }
        );

    /// <summary>What axe finds on the page that is serious or worse must be nothing.</summary>
    public async Task IsAccessible()
    {
        await Page.WaitForFunctionAsync(IsStill);
        var found = await Page.RunAxe();
        var serious = found.Violations.Where(one => Serious.Contains(one.Impact)).Select(Describe);
        Assert.True(!serious.Any(), string.Join('\n', serious));
    }

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        Assert.DoesNotContain(wrong, line => !Expected.Exists(line.Contains));
    }

    private static string Describe(AxeResultItem found) =>
        $"{found.Impact} {found.Id}: {found.Help} {string.Join(" | ", found.Nodes.Select(node => $"{node.Html} {node.Any.FirstOrDefault()?.Message}"))}";
}
