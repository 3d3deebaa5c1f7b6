using Microsoft.Playwright;

namespace CaseFlow.Browser.Tests;

/// <summary>The one browser of this process. Tests that need it are skipped where it is missing, unless all is required.</summary>
internal static class Chromium
{
    private const string Program = "/usr/bin/chromium";

    private static readonly Lazy<Task<IBrowser>> Running = new(Start);

    public static Task<IBrowser> Browser
    {
        get
        {
            if (!File.Exists(Program))
            {
                const string reason = "Chromium is not installed: apt-get install -y chromium";
                Assert.False(Environment.GetEnvironmentVariable("CASEFLOW_REQUIRE") == "all", reason);
                Assert.Skip(reason);
            }

            return Running.Value;
        }
    }

    private static async Task<IBrowser> Start()
    {
        // A machine that is busy with other tests is slow, and nothing is wrong with that.
        Assertions.SetDefaultExpectTimeout(Site.Patience);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Program,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }
}
