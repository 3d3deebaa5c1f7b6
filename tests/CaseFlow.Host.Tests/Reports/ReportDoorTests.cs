using System.Net;

namespace CaseFlow.Host.Tests.Reports;

/// <summary>Who is given no report, and what cannot be asked of one.</summary>
public sealed class ReportDoorTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Theory]
    [InlineData("volume?from=2026-03-02&to=2026-03-01", "malformed")]
    [InlineData("volume?from=1990-01-01", "malformed")]
    [InlineData("volume?zone=Mars/Olympus", "malformed")]
    [InlineData("volume?from=yesterday", "malformed")]
    [InlineData("volume?to=9999-12-31", "malformed")]
    [InlineData("backlog?process=nonsense", "not-found")]
    [InlineData("backlog.csv?queue=nonsense", "not-found")]
    public async Task What_makes_no_sense_is_refused(string asked, string code)
    {
        using var sue = host.As("sue", "supervisor");

        var answer = await sue.GetAsync($"/api/reports/{asked}");

        Assert.Equal(code, (await answer.Json()).Text("code"));
        Assert.InRange((int)answer.StatusCode, 400, 404);
    }

    [Theory]
    [InlineData("volume")]
    [InlineData("backlog.csv")]
    [InlineData("clocks")]
    [InlineData("funnel?process=support-case")]
    public async Task Reports_are_for_supervisors(string report)
    {
        using var ann = host.As("ann");

        await ann.GetAsync($"/api/reports/{report}").Problem(HttpStatusCode.Forbidden, "role-not-allowed");
    }
}
