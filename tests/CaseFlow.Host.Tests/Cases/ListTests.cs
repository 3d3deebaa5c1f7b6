using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>Lists and searches over HTTP.</summary>
public sealed class ListTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static readonly string[] Sorts = ["created", "-created", "modified", "-modified", "priority", "-priority"];

    [Fact]
    public async Task Full_text_finds_titles_first_and_the_ticket_number_before_all()
    {
        using var ann = host.As("ann");
        var described = await host.Case("Strange noise", new { description = "A walrus in the printer" });
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var titled = await host.Case("Walrus in the lobby");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var noted = await host.Case("Something else");
        await ann.PostAsJsonAsync($"/api/cases/{noted.Text("id")}/activities", new { kind = "note", text = "walrus" })
            .Ok();

        Assert.Equal(
            [titled.Text("id"), noted.Text("id"), described.Text("id")],
            Ids(await ann.GetAsync("/api/cases?q=walr").Ok())
        );
        Assert.Equal(
            [titled.Text("id"), described.Text("id")],
            Ids(await ann.GetAsync("/api/cases?q=walr&sort=-created").Ok()).Except([noted.Text("id")])
        );
        Assert.Equal([noted.Text("id")], Ids(await ann.GetAsync($"/api/cases?q={noted.Text("ticket")}").Ok()));
    }

    [Theory]
    [InlineData("state=active&priority=high", 2)]
    [InlineData("priority=high&origin=email", 1)]
    [InlineData("owner=none&priority=low", 1)]
    [InlineData("createdAfter={now}", 4)]
    [InlineData("createdAfter={later}", 0)]
    [InlineData("createdBefore={now}", 0)]
    [InlineData("createdBefore={later}", 4)]
    [InlineData("modifiedAfter={now}&process=support-case", 4)]
    [InlineData("stage=identify", 4)]
    [InlineData("worker=me", 0)]
    public async Task Filters_all_hold_together(string query, int expected)
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        foreach (
            var (priority, origin) in new[] { ("high", "email"), ("high", "phone"), ("low", "web"), ("normal", "web") }
        )
        {
            await host.Case(
                with: new
                {
                    customerId = customer,
                    priority,
                    origin,
                }
            );
        }

        var now = host.Clock.GetUtcNow();
        var filter = query
            .Replace("{now}", $"{now:yyyy-MM-ddTHH:mm:ss.fffZ}", StringComparison.Ordinal)
            .Replace("{later}", $"{now.AddMilliseconds(1):yyyy-MM-ddTHH:mm:ss.fffZ}", StringComparison.Ordinal);
        Assert.Equal(expected, Ids(await ann.GetAsync($"/api/cases?customer={customer}&{filter}").Ok()).Length);
    }

    [Fact]
    public async Task A_list_shows_each_case_as_it_now_is_however_often_it_was_read()
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        var made = await host.Case("Before", new { customerId = customer });
        string[] titles = ["Before", "After", "And once more"];
        foreach (var title in titles)
        {
            await ann.PatchAsJsonAsync($"/api/cases/{made.Text("id")}", new { title }).Ok();
            var listed = await ann.GetAsync($"/api/cases?customer={customer}").Ok();

            var current = await ann.GetAsync($"/api/cases/{made.Text("id")}").Ok();
            var item = Assert.Single(listed.GetProperty("items").EnumerateArray());
            Assert.Equal(title, item.Text("title"));
            Assert.Equal(current.GetProperty("version").GetInt32(), item.GetProperty("version").GetInt32());
        }
    }

    [Fact]
    public async Task Every_order_pages_through_all_cases_once_while_others_change()
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        string[] priorities = ["high", "low", "normal"];
        var ids = new List<string?>();
        for (var number = 0; number < 11; number++)
        {
            ids.Add(
                (
                    await host.Case(
                        $"quokka {number}",
                        new { customerId = customer, priority = priorities[number % 3] }
                    )
                ).Text("id")
            );
            host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await Touch(ann, ids[3], "quokka moved up");
        foreach (
            var query in Sorts
                .SelectMany(sort => new[] { $"customer={customer}&sort={sort}", $"q=quokka&sort={sort}" })
                .Append("q=quokka")
        )
        {
            var (seen, newcomers, cursor) = (new List<string?>(), new List<string?>(), "");
            do
            {
                var page = await ann.GetAsync($"/api/cases?{query}&limit=3&cursor={cursor}").Ok();
                seen.AddRange(Ids(page));
                cursor = page.Text("next");
                newcomers.Add(
                    (await host.Case("quokka late", new { customerId = customer, priority = "normal" })).Text("id")
                );
                host.Clock.Advance(TimeSpan.FromSeconds(1));
            } while (cursor is not null);

            Assert.True(seen.Count == seen.Distinct().Count(), $"{query} repeats a case.");
            Assert.True(!ids.Except(seen).Any(), $"{query} skips a case.");
            ids.AddRange(newcomers);
        }
    }

    [Fact]
    public async Task Orders_are_what_they_say()
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        var ids = new List<string?>();
        foreach (var priority in new[] { "low", "high", "normal" })
        {
            ids.Add((await host.Case("capybara", new { customerId = customer, priority })).Text("id"));
            host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await Touch(ann, ids[0], "capybara again");
        async Task<string> Order(string query) =>
            string.Join(' ', Ids(await ann.GetAsync($"/api/cases?{query}").Ok()).Select(id => ids.IndexOf(id)));

        Assert.Equal("0 1 2", await Order($"customer={customer}&sort=created"));
        Assert.Equal("2 1 0", await Order($"customer={customer}"));
        Assert.Equal("0 2 1", await Order($"customer={customer}&sort=-modified"));
        Assert.Equal("0 2 1", await Order("q=capybara&sort=-modified"));
        Assert.Equal("1 2 0", await Order("q=capybara&sort=modified"));
        Assert.Equal("1 2 0", await Order($"customer={customer}&sort=-priority"));
        Assert.Equal("0 2 1", await Order("q=capybara&sort=priority"));
    }

    [Fact]
    public async Task What_missed_its_time_already_is_due_before_what_still_has_some()
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        async Task<string?> Open(string title) =>
            (await host.Case(title, new { customerId = customer, priority = "high" })).Text("id");

        var missed = await Open("missed");
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddHours(24));
        await host.Until(async () =>
            (await ann.GetAsync($"/api/cases/{missed}/sla").Ok())
                .GetProperty("items")
                .EnumerateArray()
                .All(clock => clock.Text("state") == "failed")
        );
        var running = await Open("running");
        var paused = await Open("paused");
        await ann.PostAsJsonAsync($"/api/cases/{paused}/status", new { to = "waiting-for-details" }).Ok();

        Assert.Equal(
            [missed, running, paused],
            Ids(await ann.GetAsync($"/api/cases?customer={customer}&sort=due").Ok())
        );
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        using var ann = host.As("ann");
        await host.Case();
        await host.Case();
        var next = (await ann.GetAsync("/api/cases?limit=1").Ok()).Text("next");

        var problem = await ann.GetAsync($"/api/cases?limit=1&sort=-modified&cursor={next}")
            .Problem(HttpStatusCode.BadRequest, "malformed");
        Assert.Contains("'-created'", problem.Text("detail"), StringComparison.Ordinal);
        await ann.GetAsync("/api/cases?sort=title").Problem(HttpStatusCode.BadRequest, "malformed");
        await ann.GetAsync("/api/cases?cursor=bm9uc2Vuc2U").Problem(HttpStatusCode.BadRequest, "malformed");
        await ann.GetAsync($"/api/cases?q={new string('x', 501)}").Problem(HttpStatusCode.BadRequest, "malformed");
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("title:(printer* OR")]
    [InlineData("'; DROP TABLE cases --")]
    public async Task Operators_in_a_search_are_no_orders(string typed)
    {
        using var ann = host.As("ann");

        await ann.GetAsync($"/api/cases?q={Uri.EscapeDataString(typed)}").Ok();
    }

    private static Task<JsonElement> Touch(HttpClient client, string? id, string title) =>
        client.PatchAsJsonAsync($"/api/cases/{id}", new { title }).Ok();

    private static string?[] Ids(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(one => one.Text("id"))];
}
