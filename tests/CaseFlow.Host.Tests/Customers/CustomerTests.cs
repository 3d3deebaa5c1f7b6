using System.Net;
using System.Net.Http.Json;
using CaseFlow.Host.Tests.Entitlements;

namespace CaseFlow.Host.Tests.Customers;

/// <summary>Accounts and contacts over HTTP.</summary>
public sealed class CustomerTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    [Trait("Feature", "Customer is account or contact")]
    public async Task They_are_found_by_the_first_letters_of_the_name_or_the_address_with_their_kind()
    {
        using var ann = host.As("ann");
        await Customer(new { kind = "account", name = "Quartz Mining" });
        await Customer(
            new
            {
                kind = "contact",
                name = "Rita Rossi",
                email = "Quarry@example.com",
            }
        );

        var found = (await ann.GetAsync("/api/customers?q=quar").Ok()).GetProperty("items");

        Assert.Equal(
            [("account", "Quartz Mining"), ("contact", "Rita Rossi")],
            found.EnumerateArray().Select(one => (one.Text("kind")!, one.Text("name")!))
        );
        Assert.Single((await ann.GetAsync("/api/contacts?q=quar").Ok()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Pages_go_on_from_those_found_by_name_to_those_found_by_address()
    {
        using var ann = host.As("ann");
        await Customer(new { kind = "account", name = "Pagea" });
        await Customer(
            new
            {
                kind = "account",
                name = "Pageb",
                email = "page-b@example.com",
            }
        );
        await Customer(
            new
            {
                kind = "contact",
                name = "Zoe",
                email = "page-a@example.com",
            }
        );
        await Customer(
            new
            {
                kind = "contact",
                name = "Adam",
                email = "page-z@example.com",
            }
        );

        var names = new List<string>();
        for (var next = ""; next is not null; )
        {
            var page = await ann.GetAsync($"/api/customers?q=Page&limit=1&cursor={next}").Ok();
            names.Add(Assert.Single(page.GetProperty("items").EnumerateArray()).Text("name")!);
            next = page.Text("next");
        }

        Assert.Equal(["Pagea", "Pageb", "Zoe", "Adam"], names);
    }

    [Fact]
    public async Task A_change_counts_from_the_next_command_on()
    {
        using var ann = host.As("ann");
        var customer = await host.Account(tier: "basic");
        Assert.Equal("front-line", (await host.Case(with: new { customerId = customer })).Text("queue"));

        var changed = await ann.PatchAsJsonAsync($"/api/customers/{customer}", new { tier = "gold", phone = "1" }).Ok();

        Assert.Equal(("gold", "1"), (changed.Text("tier"), changed.Text("phone")));
        Assert.Equal("gold", (await host.Case("Something else", new { customerId = customer })).Text("queue"));
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_change_is_told_at_once()
    {
        using var ann = host.As("ann");
        var customer = await host.Account();

        var problem = await ann.PatchAsJsonAsync(
                $"/api/customers/{customer}",
                new
                {
                    name = (string?)null,
                    kind = "contact",
                    phone = 5,
                    accountId = Guid.NewGuid(),
                }
            )
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");

        Assert.Equal(
            ["accountId", "kind", "name", "phone"],
            problem
                .GetProperty("errors")
                .EnumerateArray()
                .Select(error => error.Text("field"))
                .Order(StringComparer.Ordinal)
        );
        await ann.PatchAsJsonAsync($"/api/customers/{Guid.NewGuid()}", new { })
            .Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    [Trait("Feature", "Customer context on the case")]
    public async Task The_card_shows_people_cases_activities_and_entitlements_in_one_call()
    {
        using var ann = host.As("ann");
        var account = await host.Account("Contoso");
        var rita = await Customer(
            new
            {
                kind = "contact",
                name = "Rita Rossi",
                accountId = account,
            }
        );
        await host.Agree(account);
        await host.Agree(account, new { name = "Not yet", starts = "2026-05-01" });
        for (var number = 1; number <= 11; number++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await host.Case($"Number {number}", new { customerId = account });
        }

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var last = await host.Case("Hers", new { customerId = account, contactId = rita });
        await ann.PostAsJsonAsync(
                $"/api/cases/{last.Text("id")}/activities",
                new { kind = "task", subject = "Order a part" }
            )
            .Ok();

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await ann.PostAsJsonAsync($"/api/cases/{last.Text("id")}/activities", new { kind = "note", text = "Was kind" })
            .Ok();

        var card = await ann.GetAsync($"/api/customers/{account}/card").Ok();
        var hers = await ann.GetAsync($"/api/contacts/{rita}/card").Ok();

        var cases = card.GetProperty("cases").EnumerateArray().ToList();
        Assert.Equal((10, "Hers"), (cases.Count, cases[0].Text("title")));
        Assert.Equal("Rita Rossi", Assert.Single(card.GetProperty("contacts").EnumerateArray()).Text("name"));
        Assert.Equal(
            "Order a part",
            Assert.Single(card.GetProperty("openActivities").EnumerateArray()).Text("subject")
        );
        Assert.Equal(
            [("Was kind", "completed"), ("Order a part", "open")],
            card.GetProperty("recentActivities")
                .EnumerateArray()
                .Select(one => (one.Text("subject")!, one.Text("state")!))
        );
        var entitlement = Assert.Single(card.GetProperty("entitlements").EnumerateArray());
        Assert.Equal(("Ten cases", 10m), (entitlement.Text("name"), entitlement.GetProperty("remaining").GetDecimal()));
        Assert.Equal("Contoso", hers.GetProperty("account").Text("name"));
        Assert.Equal("Hers", Assert.Single(hers.GetProperty("cases").EnumerateArray()).Text("title"));
        Assert.Single(hers.GetProperty("entitlements").EnumerateArray());
    }

    [Fact]
    [Trait("Feature", "Customer is account or contact")]
    public async Task A_case_is_for_an_account_or_for_a_contact()
    {
        var account = await host.Account();
        var contact = await Customer(new { kind = "contact", name = "Nora Nobody" });

        foreach (var customer in new[] { account, contact })
        {
            var opened = await host.Case(with: new { customerId = customer });
            Assert.Equal(customer, opened.GetProperty("customerId").GetGuid());
        }
    }

    [Fact]
    [Trait("Feature", "Contact separate from customer")]
    public async Task The_contact_of_a_case_is_one_of_its_account()
    {
        using var ann = host.As("ann");
        var (account, other) = (await host.Account(), await host.Account("Fabrikam"));
        var hers = await Customer(
            new
            {
                kind = "contact",
                name = "Rita Rossi",
                accountId = account,
            }
        );
        var foreign = await Customer(
            new
            {
                kind = "contact",
                name = "Fritz Fremd",
                accountId = other,
            }
        );

        var opened = await host.Case(with: new { customerId = account, contactId = hers });

        Assert.Equal(
            (account, hers),
            (opened.GetProperty("customerId").GetGuid(), opened.GetProperty("contactId").GetGuid())
        );
        await ann.PostAsJsonAsync(
                "/api/cases",
                new
                {
                    process = "support-case",
                    title = "Printer on fire",
                    customerId = account,
                    contactId = foreign,
                }
            )
            .Problem(HttpStatusCode.UnprocessableEntity, "foreign-contact");
        var refused = await ann.PatchAsJsonAsync($"/api/cases/{opened.Text("id")}", new { contactId = foreign })
            .Problem(HttpStatusCode.UnprocessableEntity, "foreign-contact");
        Assert.Contains("Fritz Fremd", refused.Text("detail"), StringComparison.Ordinal);
    }

    private async Task<Guid> Customer(object body)
    {
        using var ann = host.As("ann");
        return (await ann.PostAsJsonAsync("/api/customers", body).Ok()).GetProperty("id").GetGuid();
    }
}
