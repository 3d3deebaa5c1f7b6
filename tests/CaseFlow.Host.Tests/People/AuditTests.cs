using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.People;

/// <summary>What is written down of sign-ins and of changes of rights and definitions.</summary>
public sealed class AuditTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Sign_ins_are_written_down_with_where_they_came_from_and_no_password()
    {
        await host.Hire("ann", "agent");
        using var browser = host.Browser("192.0.2.7");
        await browser.PostAsJsonAsync("/api/sign-in", new { user = "ann", password = "wrong horse battery" });
        await browser.PostAsJsonAsync("/api/sign-in", new { user = "ghost", password = "wrong horse battery" });
        await browser.PostAsJsonAsync("/api/sign-in", new { user = "ann", password = Staff.Password }).Done();
        await browser.PostAsync("/api/sign-out", null).Done();

        using var root = host.As("root", "admin");
        var rows = (await root.GetAsync("/api/audit?by=ann").Ok()).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(["sign-out", "sign-in", "sign-in-failed"], rows.Select(row => row.Text("action")!));
        Assert.All(rows, row => Assert.Equal("192.0.2.7", row.Text("address")));
        Assert.Equal("wrong password", rows[2].Text("detail"));
        var ghost = await root.GetAsync("/api/audit?by=ghost").Ok();
        Assert.Equal("no such account", Assert.Single(ghost.GetProperty("items").EnumerateArray()).Text("detail"));
        Assert.DoesNotContain("horse", (await root.GetAsync("/api/audit?limit=200").Ok()).GetRawText());
    }

    [Fact]
    public async Task A_sign_in_without_a_mistake_before_it_is_written_down_as_well()
    {
        await host.Hire("flawless", "agent");

        using var browser = await host.SignedIn("flawless");

        using var root = host.As("root", "admin");
        var rows = (await root.GetAsync("/api/audit?by=flawless").Ok()).GetProperty("items");
        Assert.Equal("sign-in", Assert.Single(rows.EnumerateArray()).Text("action"));
    }

    [Fact]
    public async Task Every_change_of_rights_people_and_definitions_is_written_down()
    {
        using var root = host.As("boss", "admin");
        await root.PostAsJsonAsync("/api/users", new { key = "mia", name = "Mia" }).Ok();
        await root.PutAsJsonAsync("/api/users/mia/password", new { password = Staff.Password }).Done();
        await root.PutAsJsonAsync("/api/users/mia/roles", new { roles = new[] { "agent", "designer" } }).Ok();
        await root.PutAsJsonAsync("/api/users/mia", new { name = "Mia", active = false }).Ok();
        await root.PutAsJsonAsync("/api/users/mia", new { name = "Mia", active = true }).Ok();
        await root.PostAsJsonAsync("/api/teams", new { key = "night", title = "Night" }).Ok();
        await root.PutAsync("/api/teams/night/members/mia", null).Done();
        await root.DeleteAsync("/api/teams/night/members/mia").Done();
        var key = await root.PostAsJsonAsync("/api/keys", new { name = "import", user = "mia" }).Ok();
        await root.DeleteAsync($"/api/keys/{key.Text("id")}").Done();
        await root.DeleteAsync("/api/users/mia/password").Done();
        var hook = await root.PostAsJsonAsync("/api/subscriptions", new { url = "https://example.com/hooks" }).Ok();
        await root.PatchAsJsonAsync($"/api/subscriptions/{hook.Text("id")}", new { status = "paused" }).Ok();
        await root.DeleteAsync($"/api/subscriptions/{hook.Text("id")}").Done();

        var rows = await All(root, "by=boss&limit=5");

        Assert.Equal(
            [
                ("user-added", "user:mia", "agent"),
                ("password-set", "user:mia", null),
                ("roles-set", "user:mia", "agent -> agent, designer"),
                ("user-changed", "user:mia", "deactivated"),
                ("user-changed", "user:mia", "activated"),
                ("team-added", "team:night", null),
                ("member-added", "team:night", "user:mia"),
                ("member-removed", "team:night", "user:mia"),
                ("key-made", $"key:{key.Text("id")}", "'import' of mia: agent, designer"),
                ("key-revoked", $"key:{key.Text("id")}", "'import' of mia"),
                ("password-removed", "user:mia", null),
                ("subscription-made", $"subscription:{hook.Text("id")}", "example.com"),
                ("subscription-changed", $"subscription:{hook.Text("id")}", "example.com"),
                ("subscription-removed", $"subscription:{hook.Text("id")}", "example.com"),
            ],
            rows.Select(row => (row.Text("action")!, row.Text("subject"), row.Text("detail")))
        );
        Assert.Contains(
            await All(root, "action=process-published&limit=200"),
            row => row.Text("subject") == "process:support-case"
        );
    }

    [Fact]
    public async Task It_is_narrowed_by_time_and_what_is_asked_wrong_is_refused()
    {
        using var root = host.As("root", "admin");
        await root.PostAsJsonAsync("/api/teams", new { key = "timed", title = "Timed" }).Ok();

        Assert.Single(await All(root, "subject=team:timed&from=2026-03-02T00:00:00Z&to=2027-01-01T00:00:00Z"));
        Assert.Empty(await All(root, "subject=team:timed&to=2026-03-02T00:00:00Z"));
        await root.GetAsync("/api/audit?action=nonsense").Problem(HttpStatusCode.BadRequest, "malformed");
        await root.GetAsync("/api/audit?cursor=nonsense").Problem(HttpStatusCode.BadRequest, "malformed");
        await root.GetAsync("/api/audit?from=yesterday").Problem(HttpStatusCode.BadRequest, "malformed");
        await host.As("sue", "supervisor").GetAsync("/api/audit").Problem(HttpStatusCode.Forbidden, "role-not-allowed");
    }

    /// <summary>All pages of it, the oldest first.</summary>
    private static async Task<List<JsonElement>> All(HttpClient client, string query)
    {
        var rows = new List<JsonElement>();
        string? next = null;
        do
        {
            var page = await client.GetAsync($"/api/audit?{query}{(next is null ? "" : $"&cursor={next}")}").Ok();
            rows.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.Text("next");
        } while (next is not null);

        rows.Reverse();
        return rows;
    }
}
