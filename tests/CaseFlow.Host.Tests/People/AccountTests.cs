using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.People;

/// <summary>What an admin does about somebody's account.</summary>
public sealed class AccountTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Somebody_new_signs_in_with_the_password_he_was_made_with()
    {
        using var root = host.As("root", "admin");

        await root.PostAsJsonAsync("/api/users", New("nora", password: Staff.Password)).Ok();

        using var browser = await host.SignedIn("nora");
        Assert.Equal("nora", (await browser.GetAsync("/api/me").Ok()).Text("user"));
        var account = await root.GetAsync("/api/users/nora/account").Ok();
        Assert.True(account.GetProperty("hasPassword").GetBoolean());
        Assert.NotEqual(JsonValueKind.Null, account.GetProperty("lastSignIn").ValueKind);
    }

    [Fact]
    public async Task A_first_password_that_is_too_short_makes_nobody()
    {
        using var root = host.As("root", "admin");

        var problem = await root.PostAsJsonAsync("/api/users", New("otto", password: "short"))
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");

        Assert.Equal("password", problem.GetProperty("errors")[0].Text("field"));
        await root.GetAsync("/api/users/otto").Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Who_adds_people_and_gives_no_rights_gives_no_password_either()
    {
        using var sue = host.As("sue", "supervisor");

        await sue.PostAsJsonAsync("/api/users", New("paula", password: Staff.Password))
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        await sue.PostAsJsonAsync("/api/users", new { key = "paula", name = "Paula" }).Ok();
        await sue.GetAsync("/api/users/paula/account").Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        await sue.PostAsync("/api/users/paula/unlock", null).Problem(HttpStatusCode.Forbidden, "role-not-allowed");
    }

    [Fact]
    public async Task A_locked_account_is_seen_and_unlocked_without_a_new_password()
    {
        await host.Hire("quin", "agent");
        using var root = host.As("root", "admin");
        using var browser = host.Browser();
        for (var tries = 0; tries < 10; tries++)
        {
            await browser
                .PostAsJsonAsync("/api/sign-in", new { user = "quin", password = $"wrong password {tries}" })
                .Problem(HttpStatusCode.Unauthorized, "sign-in-failed");
        }

        var locked = await root.GetAsync("/api/users/quin/account").Ok();
        Assert.NotEqual(JsonValueKind.Null, locked.GetProperty("lockedUntil").ValueKind);
        await root.PostAsync("/api/users/quin/unlock", null).Done();

        Assert.Equal(
            JsonValueKind.Null,
            (await root.GetAsync("/api/users/quin/account").Ok()).GetProperty("lockedUntil").ValueKind
        );
        await browser.PostAsJsonAsync("/api/sign-in", new { user = "quin", password = Staff.Password }).Done();
        var rows = (await root.GetAsync("/api/audit?action=user-unlocked&subject=user:quin").Ok()).GetProperty("items");
        Assert.Equal("root", Assert.Single(rows.EnumerateArray()).Text("by"));
    }

    [Fact]
    public async Task The_account_of_nobody_is_not_found()
    {
        using var root = host.As("root", "admin");

        await root.GetAsync("/api/users/nemo/account").Problem(HttpStatusCode.NotFound, "not-found");
        await root.PostAsync("/api/users/nemo/unlock", null).Problem(HttpStatusCode.NotFound, "not-found");
    }

    private static object New(string key, string password) =>
        new
        {
            key,
            name = key,
            password,
        };
}
