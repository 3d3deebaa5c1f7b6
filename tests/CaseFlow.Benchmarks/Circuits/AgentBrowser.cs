using System.Net;
using System.Net.Http.Json;
using CaseFlow.Engine.Cases;
using Microsoft.Playwright;

namespace CaseFlow.Benchmarks;

/// <summary>Chromium, signed in as an agent.</summary>
internal sealed class AgentBrowser : IAsyncDisposable
{
    public const string Program = "/usr/bin/chromium";

    private const string Agent = "ann";
    private const string Password = "a long enough password";

    private readonly IPlaywright playwright;
    private readonly IBrowserContext context;

    private AgentBrowser(IPlaywright playwright, IBrowserContext context)
    {
        this.playwright = playwright;
        this.context = context;
    }

    public static bool IsInstalled => File.Exists(Program);

    /// <summary>Adds who signs in.</summary>
    public static async Task AddAgent(IPEndPoint address)
    {
        using var admin = new HttpClient { BaseAddress = new Uri($"http://{address}") };
        admin.DefaultRequestHeaders.Add("X-CaseFlow-User", "root");
        admin.DefaultRequestHeaders.Add("X-CaseFlow-Roles", "admin");
        using var added = await admin.PostAsJsonAsync("/api/users", new { key = Agent, name = "Ann" });
        added.EnsureSuccessStatusCode();
        using var kept = await admin.PutAsJsonAsync($"/api/users/{Agent}/password", new { password = Password });
        kept.EnsureSuccessStatusCode();
    }

    /// <param name="program">What starts Chromium.</param>
    public static async Task<AgentBrowser> SignIn(IPEndPoint address, string program = Program)
    {
        var started = await Playwright.CreateAsync();
        var browser = await started.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = program,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            }
        );
        var person = await browser.NewContextAsync(new() { BaseURL = $"http://{address}" });
        person.SetDefaultTimeout(120_000);
        var page = await person.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.FillAsync("input[name=User]", Agent);
        await page.FillAsync("input[name=Password]", Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        await page.CloseAsync();
        return new(started, person);
    }

    /// <summary>The page of a case, drawn and connected.</summary>
    public async Task<AgentPage> Open(CaseId id)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/cases/{id.Value}");
        await page.Locator("#command-pick").WaitForAsync();
        await page.Locator(".timeline .events > li").First.WaitForAsync();
        return new(page);
    }

    public async Task<IReadOnlyList<AgentPage>> Open(IEnumerable<CaseId> ids)
    {
        var pages = new List<AgentPage>();
        foreach (var id in ids)
        {
            pages.Add(await Open(id));
        }

        return pages;
    }

    public async ValueTask DisposeAsync()
    {
        await context.Browser!.CloseAsync();
        playwright.Dispose();
    }
}
