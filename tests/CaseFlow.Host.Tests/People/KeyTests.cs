using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.People;

/// <summary>API keys.</summary>
public sealed class KeyTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task A_key_is_shown_once_works_and_is_revoked()
    {
        await host.Hire("bot", "agent", "automation");
        using var bot = await host.SignedIn("bot");

        var made = await bot.PostAsJsonAsync("/api/keys", new { name = "import", roles = new[] { "agent" } }).Ok();
        var secret = made.Text("key")!;
        using var program = Bearing(secret);

        Assert.Matches("^cf_[A-Za-z0-9_-]{43}$", secret);
        var me = await program.GetAsync("/api/me").Ok();
        Assert.Equal(("bot", "ApiKey"), (me.Text("user"), me.Text("by")));
        Assert.Equal("agent", Assert.Single(me.GetProperty("roles").EnumerateArray()).GetString());
        await program.PostAsJsonAsync("/api/customers", new { kind = "account", name = "By key" }).Ok();
        var listed = Assert.Single((await bot.GetAsync("/api/keys").Ok()).GetProperty("items").EnumerateArray());
        Assert.Equal(
            ("2026-03-02", JsonValueKind.Null),
            (listed.Text("lastUsedOn"), listed.GetProperty("key").ValueKind)
        );

        await bot.DeleteAsync($"/api/keys/{made.Text("id")}").Done();
        await program.GetAsync("/api/me").Problem(HttpStatusCode.Unauthorized, "not-signed-in");
        await Bearing("cf_" + new string('A', 43))
            .GetAsync("/api/me")
            .Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task Nobody_makes_a_key_that_may_more_than_he_may()
    {
        await host.Hire("cleo", "agent", "supervisor");
        await host.Hire("dirk", "agent");
        using var cleo = await host.SignedIn("cleo");

        await cleo.PostAsJsonAsync("/api/keys", new { name = "more", roles = new[] { "admin" } })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await cleo.PostAsJsonAsync("/api/keys", new { name = "others", user = "dirk" })
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        var narrow = await cleo.PostAsJsonAsync("/api/keys", new { name = "less", roles = new[] { "agent" } }).Ok();
        using var program = Bearing(narrow.Text("key")!);
        await program
            .PostAsJsonAsync("/api/keys", new { name = "wider", roles = new[] { "supervisor" } })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await program.GetAsync("/api/keys?user=dirk").Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        using var dirk = await host.SignedIn("dirk");
        await dirk.DeleteAsync($"/api/keys/{narrow.Text("id")}").Problem(HttpStatusCode.NotFound, "not-found");
        await host.As("stranger")
            .PostAsJsonAsync("/api/keys", new { name = "mine" })
            .Problem(HttpStatusCode.Conflict, "no-such-owner");
    }

    [Fact]
    public async Task A_key_loses_what_its_user_loses()
    {
        await host.Hire("emil", "agent", "supervisor");
        using var root = host.As("root", "admin");
        using var emil = await host.SignedIn("emil");
        var made = await emil.PostAsJsonAsync("/api/keys", new { name = "all of it" }).Ok();
        using var program = Bearing(made.Text("key")!);
        await program.PostAsJsonAsync("/api/teams", new { key = "emils", title = "Emil's" }).Ok();

        await root.PutAsJsonAsync("/api/users/emil/roles", new { roles = new[] { "agent" } }).Ok();
        await program
            .PostAsJsonAsync("/api/teams", new { key = "more", title = "More" })
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        await root.PutAsJsonAsync("/api/users/emil", new { name = "Emil", active = false }).Ok();
        await program.GetAsync("/api/me").Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task A_key_with_an_end_ends()
    {
        await using var fresh = new RunningHost();
        await fresh.InitializeAsync();
        await fresh.Hire("fred", "agent");
        using var fred = await fresh.SignedIn("fred");
        var made = await fred.PostAsJsonAsync(
                "/api/keys",
                new { name = "short", expiresAt = RunningHost.Monday9.AddMinutes(10) }
            )
            .Ok();
        using var program = fresh.Anonymous();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.Text("key"));
        await program.GetAsync("/api/me").Ok();

        fresh.Clock.AdjustTime(fresh.Clock.GetUtcNow().AddMinutes(11));

        await program.GetAsync("/api/me").Problem(HttpStatusCode.Unauthorized, "not-signed-in");
        await fred.PostAsJsonAsync("/api/keys", new { name = "over", expiresAt = RunningHost.Monday9 })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
    }

    [Fact]
    public async Task The_key_itself_is_nowhere_in_the_store()
    {
        await using var fresh = new RunningHost();
        await fresh.InitializeAsync();
        await fresh.Hire("gil", "agent");
        using var gil = await fresh.SignedIn("gil");
        var secret = (await gil.PostAsJsonAsync("/api/keys", new { name = "kept" }).Ok()).Text("key")!;
        await fresh.Restart();

        byte[] store =
        [
            .. fresh.Folder.EnumerateFiles("caseflow.db*").SelectMany(file => File.ReadAllBytes(file.FullName)),
        ];
        Assert.True(store.AsSpan().IndexOf("'kept' of gil"u8) >= 0);
        Assert.True(store.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(secret)) < 0);
        Assert.True(store.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Staff.Password)) < 0);
    }

    private HttpClient Bearing(string key)
    {
        var client = host.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }
}
