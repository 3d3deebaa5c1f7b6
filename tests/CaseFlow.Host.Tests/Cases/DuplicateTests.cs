using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>Likely duplicates, before a case is opened and when it is.</summary>
public sealed class DuplicateTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    [Trait("Feature", "Existing-case check before creation")]
    public async Task Open_cases_that_say_the_same_are_told_and_asking_leaves_nothing_behind()
    {
        var customer = await host.Account();
        var first = await host.Case("Printer on fire in Paris", new { customerId = customer });
        await host.Case("Invoice is wrong", new { customerId = customer });
        await host.Case("Printer on fire in Paris");

        var found = await Ask(customer, "The printer in Paris: on FIRE!");

        var one = Assert.Single(found);
        Assert.Equal((first.Text("ticket"), 0.91m), (one.Text("ticket"), one.GetProperty("score").GetDecimal()));
        using var ann = host.As("ann");
        Assert.Equal(
            2,
            (await ann.GetAsync($"/api/cases?customer={customer}").Ok()).GetProperty("items").GetArrayLength()
        );
    }

    [Fact]
    public async Task Going_on_is_written_into_the_history()
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        var first = await host.Case("Screen is black", new { customerId = customer });
        var second = await host.Case("Screen black", new { customerId = customer, ignoringDuplicates = true });

        var happened = (await ann.GetAsync($"/api/cases/{second.Text("id")}/timeline").Ok())
            .GetProperty("items")
            .EnumerateArray()
            .Select(entry => entry.GetProperty("event"))
            .Single(one => one.Text("type") == "duplicates-ignored");

        Assert.True(happened.GetProperty("confirmed").GetBoolean());
        Assert.Equal(first.Text("id"), happened.GetProperty("duplicates")[0].Text("case"));
    }

    [Fact]
    public async Task What_is_older_than_the_window_is_no_duplicate()
    {
        var customer = await host.Account();
        await host.Case("Keyboard stuck", new { customerId = customer });
        Assert.Single(await Ask(customer, "Keyboard stuck"));

        await host.OffFor(TimeSpan.FromDays(15));

        Assert.Empty(await Ask(customer, "Keyboard stuck"));
    }

    private async Task<List<JsonElement>> Ask(Guid customer, string title)
    {
        using var ann = host.As("ann");
        var answer = await ann.PostAsJsonAsync(
                "/api/cases/duplicates",
                new
                {
                    process = "support-case",
                    customerId = customer,
                    title,
                }
            )
            .Ok();
        return [.. answer.GetProperty("items").EnumerateArray()];
    }
}
