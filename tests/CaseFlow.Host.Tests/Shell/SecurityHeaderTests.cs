using System.Text.RegularExpressions;

namespace CaseFlow.Host.Tests.Shell;

/// <summary>What browsers are told about pages.</summary>
public sealed partial class SecurityHeaderTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/docs")]
    [InlineData("/setup")]
    public async Task Scripts_of_a_page_come_from_the_host_and_nobody_frames_it(string path)
    {
        using var nobody = host.Browser();

        var answer = await nobody.GetAsync(path);

        Assert.True(answer.IsSuccessStatusCode);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        var scripts = policy.Split("; ").Single(part => part.StartsWith("script-src ", StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", scripts, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        foreach (Match script in InlineScript().Matches(await answer.Content.ReadAsStringAsync()))
        {
            var nonce = Nonce().Match(script.Value).Groups["nonce"].Value;
            Assert.NotEmpty(nonce);
            Assert.Contains($"'nonce-{nonce}'", scripts, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_answer_of_the_api_is_no_page()
    {
        using var ann = host.As("ann");

        var answer = await ann.GetAsync("/api/cases");

        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task No_number_lets_a_script_run_twice()
    {
        using var nobody = host.Browser();

        var policies = new[] { await nobody.GetAsync("/docs"), await nobody.GetAsync("/docs") }.Select(answer =>
            answer.Headers.GetValues("Content-Security-Policy").Single()
        );

        Assert.Equal(2, policies.Distinct(StringComparer.Ordinal).Count());
    }

    [GeneratedRegex("<script(?![^>]*\\ssrc=)[^>]*>", RegexOptions.None, 1_000)]
    private static partial Regex InlineScript();

    [GeneratedRegex("nonce=\"(?<nonce>[^\"]+)\"", RegexOptions.None, 1_000)]
    private static partial Regex Nonce();
}
