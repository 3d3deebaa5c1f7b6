using CaseFlow.Host.Tests;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Tests;

/// <summary>The real host with the machine's own clock, and people who look at it in browsers of their own.</summary>
public sealed class Site : IAsyncLifetime
{
    /// <summary>How long a page may take for anything, in milliseconds.</summary>
    public const float Patience = 45_000;

    /// <summary>Its webhooks may go to this machine, and give up at once.</summary>
    private static readonly string[] Settings =
    [
        "--Webhooks:AllowedNetworks:0=127.0.0.0/8",
        "--Webhooks:MaxTries=1",
        "--Hooks:MaxTries=1",
    ];

    public RunningHost Host { get; } =
        new()
        {
            IsLive = true,
            Adjust = TestSignIn.Add,
            Settings = Settings,
        };

    public async ValueTask InitializeAsync()
    {
        await Chromium.Browser;
        await Host.InitializeAsync();
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>Somebody opens a page.</summary>
    /// <param name="user">Null for one who has not signed in.</param>
    /// <param name="roles">With commas.</param>
    public async Task<Visit> Open(
        string path,
        string? user = "ann",
        string roles = "agent",
        string language = "en",
        bool isDark = false,
        int width = 1440
    )
    {
        var browser = await Chromium.Browser;
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = Host.Address.ToString(),
                Locale = language,
                ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
                TimezoneId = "Europe/Paris",
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        context.SetDefaultTimeout(Patience);
        if (user is not null)
        {
            await TestSignIn.As(context, Host.Address, user, roles);
        }

        var visit = await Visit.Begin(context, Host.Address);
        await visit.Go(path);
        return visit;
    }
}
