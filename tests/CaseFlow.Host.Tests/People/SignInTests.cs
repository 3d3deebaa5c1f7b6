using System.Net;
using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.People;

/// <summary>Passwords and cookies.</summary>
public sealed class SignInTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Who_signs_in_is_who_he_is_until_he_signs_out()
    {
        await host.Hire("ann", "agent", "supervisor");
        using var browser = host.Browser();

        await browser.GetAsync("/api/cases").Problem(HttpStatusCode.Unauthorized, "not-signed-in");
        var answer = await browser.PostAsJsonAsync("/api/sign-in", new { user = "ann", password = Staff.Password });
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));

        Assert.StartsWith("caseflow=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        var me = await browser.GetAsync("/api/me").Ok();
        Assert.Equal(
            ["agent", "supervisor"],
            me.GetProperty("roles").EnumerateArray().Select(role => role.GetString()!)
        );
        await browser.GetAsync("/api/cases").Ok();
        await browser.PostAsync("/api/sign-out", null).Done();
        await browser.GetAsync("/api/me").Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_told_alike()
    {
        await host.Hire("bea", "agent");
        using var browser = host.Browser();

        var wrong = await browser
            .PostAsJsonAsync("/api/sign-in", new { user = "bea", password = "wrong horse battery" })
            .Problem(HttpStatusCode.Unauthorized, "sign-in-failed");
        var unknown = await browser
            .PostAsJsonAsync("/api/sign-in", new { user = "nobody", password = Staff.Password })
            .Problem(HttpStatusCode.Unauthorized, "sign-in-failed");

        Assert.Equal(wrong.GetRawText(), unknown.GetRawText());
        await browser
            .PostAsJsonAsync("/api/sign-in", new { user = "bea" })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await browser.GetAsync("/api/me").Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task After_too_many_wrong_passwords_the_right_one_does_not_help_for_a_while()
    {
        await host.Hire("carl", "agent");
        using var browser = host.Browser();
        for (var tries = 0; tries < 10; tries++)
        {
            await browser
                .PostAsJsonAsync("/api/sign-in", new { user = "carl", password = $"wrong password {tries}" })
                .Problem(HttpStatusCode.Unauthorized, "sign-in-failed");
        }

        await browser
            .PostAsJsonAsync("/api/sign-in", new { user = "carl", password = Staff.Password })
            .Problem(HttpStatusCode.Unauthorized, "sign-in-failed");
        host.Clock.Advance(TimeSpan.FromMinutes(5.1));
        await browser.PostAsJsonAsync("/api/sign-in", new { user = "carl", password = Staff.Password }).Done();
    }

    [Fact]
    public async Task A_new_password_ends_what_was_signed_in_with_the_old_one()
    {
        await host.Hire("dan", "agent");
        using var here = await host.SignedIn("dan");
        using var there = await host.SignedIn("dan");

        await here.PostAsJsonAsync("/api/me/password", new { current = "not this one", @new = "another long password" })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await here.PostAsJsonAsync("/api/me/password", new { current = Staff.Password, @new = "short" })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await here.PostAsJsonAsync("/api/me/password", new { current = Staff.Password, @new = "another long password" })
            .Done();

        await here.GetAsync("/api/me").Ok();
        await there.GetAsync("/api/me").Problem(HttpStatusCode.Unauthorized, "not-signed-in");
        using var again = await host.SignedIn("dan", "another long password");
    }

    [Fact]
    public async Task Rights_that_are_taken_away_are_gone_with_the_next_request()
    {
        await host.Hire("eve", "agent", "admin");
        await host.Hire("eva", "admin");
        using var eve = await host.SignedIn("eve");
        using var eva = await host.SignedIn("eva");
        await eve.GetAsync("/api/audit").Ok();

        await eva.PutAsJsonAsync("/api/users/eve/roles", new { roles = new[] { "agent" } }).Ok();
        await eve.GetAsync("/api/audit").Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        await eve.GetAsync("/api/cases").Ok();
        await eva.PutAsJsonAsync("/api/users/eve", new { name = "Eve", active = false }).Ok();
        await eve.GetAsync("/api/cases").Problem(HttpStatusCode.Unauthorized, "not-signed-in");
        await eve.PostAsJsonAsync("/api/sign-in", new { user = "eve", password = Staff.Password })
            .Problem(HttpStatusCode.Unauthorized, "sign-in-failed");
    }

    [Fact]
    public async Task Only_admins_give_rights_and_passwords()
    {
        await host.Hire("fay", "supervisor");
        using var fay = await host.SignedIn("fay");

        await fay.PutAsJsonAsync("/api/users/fay/roles", new { roles = new[] { "admin" } })
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        await fay.PutAsJsonAsync("/api/users/ann/password", new { password = "mine from now on" })
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        await fay.PostAsJsonAsync(
                "/api/users",
                new
                {
                    key = "puppet",
                    name = "Puppet",
                    roles = new[] { "admin" },
                }
            )
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        var made = await fay.PostAsJsonAsync("/api/users", new { key = "gus", name = "Gus" }).Ok();
        Assert.Equal("agent", Assert.Single(made.GetProperty("roles").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task A_cookie_that_was_tampered_with_is_none()
    {
        await host.Hire("hal", "agent");
        using var browser = host.Browser();
        var answer = await browser.PostAsJsonAsync("/api/sign-in", new { user = "hal", password = Staff.Password });
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var forger = host.Anonymous();
        using var asks = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        asks.Headers.Add("Cookie", cookie[..^8] + "AAAAAAAA");

        await forger.SendAsync(asks).Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task A_cookie_that_is_not_used_is_over()
    {
        await using var fresh = new RunningHost();
        await fresh.InitializeAsync();
        await fresh.Hire("ida", "agent");
        using var ida = await fresh.SignedIn("ida");

        fresh.Clock.AdjustTime(fresh.Clock.GetUtcNow().AddHours(13));

        await ida.GetAsync("/api/me").Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task The_last_admin_who_can_sign_in_stays_one()
    {
        await using var fresh = new RunningHost();
        await fresh.InitializeAsync();
        await fresh.Hire("boss", "admin");
        using var root = await fresh.SignedIn("boss");

        await root.PutAsJsonAsync("/api/users/boss/roles", new { roles = Array.Empty<string>() })
            .Problem(HttpStatusCode.Conflict, "last-admin");
        await root.PutAsJsonAsync("/api/users/boss", new { name = "Root", active = false })
            .Problem(HttpStatusCode.Conflict, "last-admin");
        await root.DeleteAsync("/api/users/boss/password").Problem(HttpStatusCode.Conflict, "last-admin");
        await fresh.Hire("second", "admin");
        await root.PutAsJsonAsync("/api/users/boss/roles", new { roles = Array.Empty<string>() }).Ok();
        Assert.Empty((await root.GetAsync("/api/me").Ok()).GetProperty("roles").EnumerateArray());
        await root.GetAsync("/api/cases").Problem(HttpStatusCode.Forbidden, "role-not-allowed");
    }
}
