using System.Net;
using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.People;

/// <summary>What a browser is made to do by a page of somebody else.</summary>
public sealed class CrossSiteTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("X-Nothing", "said")]
    public async Task A_change_by_cookie_that_does_not_say_that_it_is_from_here_is_refused(string header, string value)
    {
        using var ann = await Ann();
        ann.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        ann.DefaultRequestHeaders.Add(header, value);

        await ann.PostAsJsonAsync("/api/customers", new { kind = "account", name = "Forged" })
            .Problem(HttpStatusCode.Forbidden, "cross-site");

        Assert.Empty((await ann.GetAsync("/api/customers?q=Forged").Ok()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_change_by_cookie_from_a_page_of_the_host_is_done()
    {
        using var ann = await Ann();
        await ann.PostAsJsonAsync("/api/customers", new { kind = "account", name = "Fetched" }).Ok();

        ann.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        ann.DefaultRequestHeaders.Add("Origin", ann.BaseAddress!.GetLeftPart(UriPartial.Authority));
        await ann.PostAsJsonAsync("/api/customers", new { kind = "account", name = "From an older browser" }).Ok();
    }

    [Fact]
    public async Task Nobody_is_signed_in_by_a_page_of_somebody_else()
    {
        using var ann = await Ann();
        using var browser = host.Anonymous();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        await browser
            .PostAsJsonAsync("/api/sign-in", new { user = "ann", password = Staff.Password })
            .Problem(HttpStatusCode.Forbidden, "cross-site");
    }

    [Fact]
    public async Task A_page_that_gave_its_name_the_address_of_this_machine_is_not_believed()
    {
        using var client = host.As("ann");
        client.DefaultRequestHeaders.Host = "evil.example";

        await client.GetAsync("/api/cases").Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    private async Task<HttpClient> Ann()
    {
        using var root = host.As("root", "admin");
        if ((await root.GetAsync("/api/users/ann")).StatusCode == HttpStatusCode.NotFound)
        {
            await host.Hire("ann", "agent");
        }

        return await host.SignedIn("ann");
    }
}
