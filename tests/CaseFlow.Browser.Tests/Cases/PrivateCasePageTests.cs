using CaseFlow.Host.Tests;
using CaseFlow.Host.Tests.Queues;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.Browser.Tests.Cases;

/// <summary>A case of another team's private queue, asked for by its address.</summary>
public sealed class PrivateCasePageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Its_page_says_the_same_as_that_of_a_case_that_there_is_not()
    {
        using var office = await Office.Open(
            site.Host,
            "pages",
            ["secret: { members: TEAM, visibility: private }", "main:"],
            ["{ rule: Secret, when: case.title.startsWith('Secret'), queue: secret }", "otherwise: main"]
        );
        var member = await office.Person("ann");
        var secret = await office.Case("Secret affair");
        string[] addresses = [secret.Text("ticket")!, secret.Text("id")!];

        foreach (var address in addresses)
        {
            await using var bob = await site.Open($"/cases/{address}", "bob");
            await Expect(bob.Page.GetByRole(AriaRole.Heading, new() { Name = "There is no such case" }))
                .ToBeVisibleAsync();
            await Expect(bob.Page.GetByText("Secret affair")).ToHaveCountAsync(0);
        }

        await using var ann = await site.Open($"/cases/{secret.Text("ticket")}", member);
        await Expect(ann.Page.GetByRole(AriaRole.Heading, new() { Name = "Secret affair" })).ToBeVisibleAsync();
    }
}
