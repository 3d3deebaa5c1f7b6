using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CaseFlow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Entitlements;

/// <summary>Entitlements over HTTP, from the draft to the ledger.</summary>
public sealed class EntitlementTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static readonly object Solve = new
    {
        status = "information-provided",
        resolution = "Done",
        billableMinutes = 30,
        fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["resolution-type"] = "Repaired" },
    };

    [Fact]
    public async Task A_draft_is_changed_activated_cancelled_and_renewed()
    {
        using var sue = host.As("sue", "supervisor");
        var customer = await host.Account();
        var draft = await sue.PostAsJsonAsync("/api/entitlements", Contract.Terms(customer)).Ok();
        var id = draft.Text("id");
        Assert.Equal(("draft", 10m), (draft.Text("status"), draft.GetProperty("remaining").GetDecimal()));

        var terms = Contract.Terms(customer, new { total = 12, channels = new { phone = 5 } });
        terms.Remove("customerId");
        Assert.Equal(
            12,
            (await sue.PutAsJsonAsync($"/api/entitlements/{id}", terms).Ok()).GetProperty("total").GetDecimal()
        );
        Assert.Equal("active", (await sue.PostAsync($"/api/entitlements/{id}/activate", null).Ok()).Text("status"));
        await sue.PutAsJsonAsync($"/api/entitlements/{id}", terms)
            .Problem(HttpStatusCode.UnprocessableEntity, "entitlement-status");
        await sue.PostAsync($"/api/entitlements/{id}/renew", null)
            .Problem(HttpStatusCode.UnprocessableEntity, "entitlement-status");
        Assert.Equal("cancelled", (await sue.PostAsync($"/api/entitlements/{id}/cancel", null).Ok()).Text("status"));

        var renewed = await sue.PostAsync($"/api/entitlements/{id}/renew", null).Ok();
        Assert.Equal(
            ("draft", "2026-03-02", "2027-03-01", id),
            (renewed.Text("status"), renewed.Text("starts"), renewed.Text("ends"), renewed.Text("renews"))
        );
        Assert.Equal("cancelled", (await sue.GetAsync($"/api/entitlements/{id}").Ok()).Text("status"));
        Assert.Equal(
            [(null, 10m, 10m), (null, 2m, 12m), ("phone", 5m, 5m)],
            (await Ledger(id)).OrderBy(entry => entry.Text("channel"), StringComparer.Ordinal).Select(Numbers)
        );
    }

    [Fact]
    public async Task Only_supervisors_and_admins_change_them()
    {
        using var ann = host.As("ann");
        var customer = await host.Account();

        await ann.PostAsJsonAsync("/api/entitlements", Contract.Terms(customer))
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        var agreed = await host.Agree(customer);
        await ann.PostAsync($"/api/entitlements/{agreed.Text("id")}/cancel", null)
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        Assert.Equal("active", (await ann.GetAsync($"/api/entitlements/{agreed.Text("id")}").Ok()).Text("status"));
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_the_terms_is_told_at_once()
    {
        using var sue = host.As("sue", "supervisor");

        var problem = await sue.PostAsJsonAsync(
                "/api/entitlements",
                new
                {
                    allocation = "hours",
                    decreaseOn = "creation",
                    timeZone = "Paris",
                    total = 0.333,
                    starts = "2026-02-01",
                    ends = "2026-01-01",
                }
            )
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");

        Assert.Equal(
            ["customerId", "decreaseOn", "ends", "name", "timeZone", "total"],
            problem
                .GetProperty("errors")
                .EnumerateArray()
                .Select(error => error.Text("field"))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    [Trait("Feature", "Terms by channel")]
    public async Task A_case_takes_from_it_and_gives_back_and_the_ledger_tells_it_all()
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        var agreed = (await host.Agree(customer, new { channels = new { phone = 1 } })).Text("id");

        var opened = await host.Case(
            with: new
            {
                customerId = customer,
                entitlementId = agreed,
                origin = "phone",
            }
        );
        Assert.Equal((agreed, 1m), (opened.Text("entitlementId"), opened.GetProperty("termsTaken").GetDecimal()));
        var refused = await ann.PostAsJsonAsync(
                "/api/cases",
                new
                {
                    process = "support-case",
                    title = "Another one",
                    customerId = customer,
                    entitlementId = agreed,
                    origin = "phone",
                }
            )
            .Problem(HttpStatusCode.UnprocessableEntity, "entitlement-not-applicable");
        Assert.Equal("terms", refused.GetProperty("missing")[0].Text("name"));

        await ann.PatchAsJsonAsync($"/api/cases/{opened.Text("id")}", new { entitlementId = (string?)null }).Ok();

        Assert.Equal(10, await host.Remaining(agreed));
        Assert.Equal(
            [("created", -1m, 9m), ("replaced", 1m, 10m), ("created", -1m, 0m), ("replaced", 1m, 1m)],
            (await Ledger(agreed))
                .Where(entry => entry.Text("ticket") == opened.Text("ticket"))
                .OrderBy(entry => entry.Text("channel"), StringComparer.Ordinal)
                .Select(entry => (entry.Text("event")!, Numbers(entry).Amount, Numbers(entry).Balance))
        );
    }

    [Fact]
    [Trait("Feature", "Check what support the customer has")]
    public async Task The_list_says_what_is_left_and_why_something_cannot_be_used()
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        await host.Agree(customer, new { name = "Phones", products = new[] { "Phone" } });
        await host.Agree(customer, new { name = "Old", ends = "2026-03-01" });
        await host.Agree(customer);

        var all = (await ann.GetAsync($"/api/entitlements?customer={customer}&product=Laptop").Ok()).GetProperty(
            "items"
        );
        var active = (await ann.GetAsync($"/api/entitlements?customer={customer}&active=true").Ok()).GetProperty(
            "items"
        );

        Assert.Equal(
            [("Old", false, "status"), ("Phones", false, "product"), ("Ten cases", true, "")],
            all.EnumerateArray()
                .Select(one =>
                    (
                        one.Text("name")!,
                        one.GetProperty("qualifies").GetBoolean(),
                        string.Join(',', one.GetProperty("whyNot").EnumerateArray().Select(why => why.Text("code")))
                    )
                )
                .Order()
        );
        Assert.Equal(
            ["Phones", "Ten cases"],
            active.EnumerateArray().Select(one => one.Text("name")).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_default_is_given_unasked_and_only_one_is_the_default()
    {
        using var sue = host.As("sue", "supervisor");
        var customer = await host.Account();
        var first = (await host.Agree(customer, new { isDefault = true })).Text("id");
        Assert.Equal(first, (await host.Case(with: new { customerId = customer })).Text("entitlementId"));

        var second = (await host.Agree(customer)).Text("id");
        await sue.PostAsync($"/api/entitlements/{second}/default", null).Ok();

        Assert.Equal(second, (await host.Case(with: new { customerId = customer })).Text("entitlementId"));
        Assert.False((await sue.GetAsync($"/api/entitlements/{first}").Ok()).GetProperty("isDefault").GetBoolean());
    }

    [Fact]
    [Trait("Feature", "Terms by cases or hours")]
    public async Task Of_a_hundred_resolves_at_once_as_many_succeed_as_there_is_time_for()
    {
        var customer = await host.Account();
        var hours = new
        {
            allocation = "hours",
            decreaseOn = "resolution",
            total = 25,
        };
        var agreed = (await host.Agree(customer, hours)).Text("id");
        var cases = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Ready(customer, agreed)));

        using var ann = host.As("ann");
        var answers = await Task.WhenAll(cases.Select(id => ann.PostAsJsonAsync($"/api/cases/{id}/resolve", Solve)));

        Assert.Equal(
            [(HttpStatusCode.OK, 50), (HttpStatusCode.UnprocessableEntity, 50)],
            answers
                .CountBy(answer => answer.StatusCode)
                .OrderBy(pair => pair.Key)
                .Select(pair => (pair.Key, pair.Value))
        );
        Assert.Equal(0, await host.Remaining(agreed));
        Assert.Empty(await Verify());

        var resolved = cases.Zip(answers).First(pair => pair.Second.IsSuccessStatusCode).First;
        await ann.PostAsJsonAsync($"/api/cases/{resolved}/reactivate", new { }).Ok();
        Assert.Equal(0.5m, await host.Remaining(agreed));
    }

    [Fact]
    public async Task Nothing_is_taken_where_somebody_says_why()
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        var agreed = (await host.Agree(customer, new { decreaseOn = "resolution" })).Text("id");
        var id = await Ready(customer, agreed);

        await ann.PostAsJsonAsync($"/api/cases/{id}/do-not-decrement", new { })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        var switched = await ann.PostAsJsonAsync($"/api/cases/{id}/do-not-decrement", new { reason = "Our mistake" })
            .Ok();
        Assert.True(switched.GetProperty("doNotDecrement").GetBoolean());
        await ann.PostAsJsonAsync($"/api/cases/{id}/resolve", Solve).Ok();

        Assert.Equal(10, await host.Remaining(agreed));
    }

    [Fact]
    public async Task A_template_gives_what_is_left_out()
    {
        using var sue = host.As("sue", "supervisor");
        var customer = await host.Account();
        var template = await sue.PostAsJsonAsync(
                "/api/entitlement-templates",
                new
                {
                    name = "Gold",
                    level = "gold",
                    allocation = "hours",
                    total = 40,
                    restrict = false,
                }
            )
            .Ok();
        await sue.PostAsJsonAsync(
                "/api/entitlement-templates",
                new
                {
                    name = "Gold",
                    allocation = "cases",
                    total = 1,
                }
            )
            .Problem(HttpStatusCode.Conflict, "template-exists");

        var made = await sue.PostAsJsonAsync(
                "/api/entitlements",
                new
                {
                    templateId = template.Text("id"),
                    customerId = customer,
                    starts = "2026-01-01",
                    ends = "2026-12-31",
                    total = 20,
                }
            )
            .Ok();

        Assert.Equal(
            ("Gold", "hours", 20m, false),
            (
                made.Text("name"),
                made.Text("allocation"),
                made.GetProperty("total").GetDecimal(),
                made.GetProperty("restrict").GetBoolean()
            )
        );
        await sue.DeleteAsync(new Uri($"/api/entitlement-templates/{template.Text("id")}", UriKind.Relative));
        Assert.Empty((await sue.GetAsync("/api/entitlement-templates").Ok()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task What_was_seen_in_another_version_is_not_changed_and_nothing_is_made_twice()
    {
        using var sue = host.As("sue", "supervisor");
        var customer = await host.Account();
        sue.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        var first = await sue.PostAsJsonAsync("/api/entitlements", Contract.Terms(customer)).Ok();
        var second = await sue.PostAsJsonAsync("/api/entitlements", Contract.Terms(customer)).Ok();
        Assert.Equal(first.Text("id"), second.Text("id"));

        sue.DefaultRequestHeaders.Remove("Idempotency-Key");
        sue.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "\"7\"");
        await sue.PostAsync($"/api/entitlements/{first.Text("id")}/activate", null)
            .Problem(HttpStatusCode.PreconditionFailed, "version-conflict");
    }

    [Fact]
    [Trait("Feature", "Check what support the customer has")]
    public async Task What_is_left_of_each_is_told_for_the_customer_product_contact_and_channel()
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        var contact = await Contact(customer);
        await host.Agree(customer, new { name = "All" });
        await host.Agree(customer, new { name = "Hers", contacts = new[] { contact } });
        await host.Agree(customer, new { name = "Others", contacts = new[] { await Contact(customer) } });
        await host.Agree(customer, new { name = "Phones", products = new[] { "Phone" } });
        await host.Agree(
            customer,
            new
            {
                name = "By mail",
                channels = new { email = 2 },
                otherChannels = false,
            }
        );
        await host.Agree(customer, new { name = "Over", ends = "2026-03-01" });
        await host.Agree(await host.Account("Fabrikam"), new { name = "Foreign" });

        var found = (
            await ann.GetAsync(
                    $"/api/entitlements?customer={customer}&contact={contact}&product=Laptop&channel=phone&active=true"
                )
                .Ok()
        )
            .GetProperty("items")
            .EnumerateArray()
            .ToList();

        Assert.DoesNotContain(found, one => one.Text("name") is "Over" or "Foreign");
        Assert.Equal(
            [("All", 10m), ("Hers", 10m)],
            found
                .Where(one => one.GetProperty("qualifies").GetBoolean())
                .Select(one => (one.Text("name")!, one.GetProperty("remaining").GetDecimal()))
                .Order()
        );
    }

    [Fact]
    [Trait("Feature", "Check what support the customer has")]
    public async Task Only_what_qualifies_is_listed_where_that_is_asked_page_by_page()
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        await host.Agree(customer, new { name = "One" });
        await host.Agree(customer, new { name = "Phones", products = new[] { "Phone" } });
        await host.Agree(customer, new { name = "Over", ends = "2026-03-01" });
        await host.Agree(customer, new { name = "Spent", total = 0 });
        await host.Agree(customer, new { name = "Two" });

        var asked = $"/api/entitlements?customer={customer}&product=Laptop&qualifies=true&limit=1";
        var first = await ann.GetAsync(asked).Ok();
        var second = await ann.GetAsync($"{asked}&cursor={first.Text("next")}").Ok();

        Assert.Equal(
            ["One", "Two"],
            new[] { first, second }
                .Select(page => Assert.Single(page.GetProperty("items").EnumerateArray()).Text("name"))
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        await ann.GetAsync("/api/entitlements?qualifies=true").Problem(HttpStatusCode.BadRequest, "fields-invalid");
    }

    [Theory]
    [Trait("Feature", "Terms by cases or hours")]
    [InlineData(60, "1")]
    [InlineData(30, "0.5")]
    [InlineData(6, "0.1")]
    [InlineData(15, "0.25")]
    public async Task Minutes_are_terms_without_a_rest(int minutes, string terms)
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        var agreed = (await Hours(customer)).Text("id");
        var id = await Ready(customer, agreed);

        var resolved = await Solved(ann, id, minutes);

        var taken = resolved.GetProperty("termsTaken").GetDecimal();
        Assert.Equal(decimal.Parse(terms, CultureInfo.InvariantCulture), taken);
        Assert.Equal(25 - taken, await host.Remaining(agreed));
    }

    [Fact]
    [Trait("Feature", "Terms by cases or hours")]
    public async Task Three_times_a_minute_is_a_twentieth_to_the_last_digit()
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        var agreed = (await Hours(customer)).Text("id");
        for (var number = 0; number < 3; number++)
        {
            await Solved(ann, await Ready(customer, agreed), 1);
        }

        Assert.Equal(24.95m, await host.Remaining(agreed));
    }

    [Theory]
    [Trait("Feature", "Terms by channel")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_channel_that_is_not_listed_takes_from_the_total_where_others_may(bool otherChannels)
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        var agreed = (await host.Agree(customer, new { channels = new { phone = 5 }, otherChannels })).Text("id");

        var answer = ann.PostAsJsonAsync("/api/cases", Asked(customer, agreed, origin: "web"));

        if (otherChannels)
        {
            await answer.Ok();
        }
        else
        {
            var refused = await answer.Problem(HttpStatusCode.UnprocessableEntity, "entitlement-not-applicable");
            Assert.Equal("channel", refused.GetProperty("missing")[0].Text("name"));
        }

        var now = await ann.GetAsync($"/api/entitlements/{agreed}").Ok();
        Assert.Equal(otherChannels ? 9 : 10, now.GetProperty("remaining").GetDecimal());
        Assert.Equal(
            5,
            (await Ledger(agreed)).Where(entry => entry.Text("channel") == "phone").Sum(entry => Numbers(entry).Amount)
        );
    }

    [Fact]
    [Trait("Feature", "By product, by contact")]
    public async Task Who_and_what_is_not_listed_is_refused_with_that_reason()
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        var (rita, otto) = (await Contact(customer), await Contact(customer));
        var all = (await host.Agree(customer)).Text("id");
        var phones = (await host.Agree(customer, new { products = new[] { "Phone" } })).Text("id");
        var hers = (await host.Agree(customer, new { contacts = new[] { rita } })).Text("id");

        await ann.PostAsJsonAsync("/api/cases", Asked(customer, all, otto, "Laptop")).Ok();
        await ann.PostAsJsonAsync("/api/cases", Asked(customer, phones, otto, "Phone")).Ok();
        await ann.PostAsJsonAsync("/api/cases", Asked(customer, hers, rita, "Laptop")).Ok();
        var product = await ann.PostAsJsonAsync("/api/cases", Asked(customer, phones, rita, "Laptop"))
            .Problem(HttpStatusCode.UnprocessableEntity, "entitlement-not-applicable");
        var contact = await ann.PostAsJsonAsync("/api/cases", Asked(customer, hers, otto, "Laptop"))
            .Problem(HttpStatusCode.UnprocessableEntity, "entitlement-not-applicable");

        Assert.Equal("product", Assert.Single(product.GetProperty("missing").EnumerateArray()).Text("name"));
        Assert.Equal("contact", Assert.Single(contact.GetProperty("missing").EnumerateArray()).Text("name"));
    }

    [Fact]
    [Trait("Feature", "Billable time deducted on resolve")]
    [Trait("Feature", "Reactivate")]
    public async Task What_is_billed_is_taken_and_given_back_and_not_what_the_work_took()
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        var agreed = (await Hours(customer)).Text("id");
        var id = await Ready(customer, agreed);
        await ann.PostAsJsonAsync(
                $"/api/cases/{id}/activities",
                new
                {
                    kind = "note",
                    text = "Looked at it.",
                    minutes = 60,
                }
            )
            .Ok();

        await Solved(ann, id, 45);
        Assert.Equal(24.25m, await host.Remaining(agreed));
        await ann.PostAsJsonAsync($"/api/cases/{id}/reactivate", new { }).Ok();

        Assert.Equal(25m, await host.Remaining(agreed));
        Assert.Equal(
            [("resolved", -0.75m), ("reactivated", 0.75m)],
            (await Ledger(agreed))
                .Where(entry => entry.Text("event") != "total")
                .Select(entry => (entry.Text("event")!, Numbers(entry).Amount))
        );
    }

    private Task<JsonElement> Hours(Guid customer) =>
        host.Agree(
            customer,
            new
            {
                allocation = "hours",
                decreaseOn = "resolution",
                total = 25,
            }
        );

    private static Task<JsonElement> Solved(HttpClient client, string? id, int minutes) =>
        client
            .PostAsJsonAsync(
                $"/api/cases/{id}/resolve",
                new
                {
                    status = "information-provided",
                    resolution = "Done",
                    billableMinutes = minutes,
                    fields = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["resolution-type"] = "Repaired",
                    },
                }
            )
            .Ok();

    private async Task<Guid> Contact(Guid account)
    {
        using var ann = host.As("ann");
        var body = new
        {
            kind = "contact",
            name = "Rita Rossi",
            accountId = account,
        };
        return (await ann.PostAsJsonAsync("/api/customers", body).Ok()).GetProperty("id").GetGuid();
    }

    private static object Asked(
        Guid customer,
        string? entitlement,
        Guid? contact = null,
        string product = "Laptop",
        string origin = "phone"
    ) =>
        new
        {
            process = "support-case",
            title = "Printer on fire",
            customerId = customer,
            contactId = contact,
            entitlementId = entitlement,
            product,
            origin,
        };

    /// <summary>A case that can be resolved.</summary>
    private async Task<string?> Ready(Guid customer, string? entitlement)
    {
        using var ann = host.As("ann");
        var id = (await host.Case(with: new { customerId = customer, entitlementId = entitlement })).Text("id");
        await ann.PostAsJsonAsync($"/api/cases/{id}/stage", new { to = "next" }).Ok();
        await ann.PostAsJsonAsync($"/api/cases/{id}/stage", new { to = "next" }).Ok();
        return id;
    }

    private async Task<List<JsonElement>> Ledger(string? id)
    {
        using var ann = host.As("ann");
        return [.. (await ann.GetAsync($"/api/entitlements/{id}/ledger").Ok()).GetProperty("items").EnumerateArray()];
    }

    private static (string? Channel, decimal Amount, decimal Balance) Numbers(JsonElement entry) =>
        (entry.Text("channel"), entry.GetProperty("amount").GetDecimal(), entry.GetProperty("balance").GetDecimal());

    private async Task<List<string>> Verify()
    {
        var found = new List<string>();
        await host
            .Services.GetRequiredService<StoreVerifier>()
            .Verify(problem => found.Add(problem.ToString()), null, TestContext.Current.CancellationToken);
        return found;
    }
}
