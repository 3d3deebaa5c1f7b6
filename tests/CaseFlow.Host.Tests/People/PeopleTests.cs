using System.Net;
using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.People;

public sealed class PeopleTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task A_user_is_added_found_changed_and_deactivated()
    {
        using var sue = host.As("sue", "supervisor");

        var added = await sue.PostAsJsonAsync(
                "/api/users",
                new
                {
                    key = "zoé",
                    name = "Zoé Zimmer",
                    email = "zoe@example.com",
                    skills = new[] { "french" },
                    capacity = 4,
                }
            )
            .Ok();
        Assert.Equal("offline", added.Text("presence"));
        Assert.Equal("Zoé Zimmer", (await sue.GetAsync("/api/users/zo%C3%A9").Ok()).Text("name"));
        foreach (var q in new[] { "zo%C3%A9%20z", "ZO%C3%89", "zo%C3%A9" })
        {
            Assert.Single((await sue.GetAsync($"/api/users?q={q}").Ok()).GetProperty("items").EnumerateArray());
        }

        var changed = await sue.PutAsJsonAsync("/api/users/zo%C3%A9", new { name = "Zoé", active = false }).Ok();
        Assert.Equal(
            (false, 0),
            (changed.GetProperty("active").GetBoolean(), changed.GetProperty("skills").GetArrayLength())
        );
        Assert.Single((await sue.GetAsync("/api/users?active=false").Ok()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Teams_have_the_members_that_one_puts_in()
    {
        using var sue = host.As("sue", "admin");
        await sue.PostAsJsonAsync("/api/teams", new { key = "night", title = "Night shift" }).Ok();
        await sue.PostAsJsonAsync("/api/users", new { key = "nina", name = "Nina" }).Ok();

        var (first, second) = (
            await sue.PutAsync("/api/teams/night/members/nina", null),
            await sue.PutAsync("/api/teams/night/members/nina", null)
        );

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (first.StatusCode, second.StatusCode));
        Assert.Single((await sue.GetAsync("/api/users?team=night").Ok()).GetProperty("items").EnumerateArray());
        Assert.Equal(
            "Nights",
            (await sue.PutAsJsonAsync("/api/teams/night", new { title = "Nights" }).Ok()).Text("title")
        );
        Assert.Single((await sue.GetAsync("/api/teams?q=nig&user=nina").Ok()).GetProperty("items").EnumerateArray());
        await sue.DeleteAsync("/api/teams/night/members/nina");
        Assert.Empty((await sue.GetAsync("/api/teams?user=nina").Ok()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Only_supervisors_and_admins_change_people_and_everybody_says_of_himself_whether_he_is_there()
    {
        using var sue = host.As("sue", "supervisor");
        using var mia = host.As("mia");
        using var max = host.As("max");
        await sue.PostAsJsonAsync("/api/users", new { key = "mia", name = "Mia" }).Ok();

        await mia.PostAsJsonAsync("/api/users", new { key = "x", name = "X" })
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        await mia.PutAsJsonAsync("/api/users/mia", new { name = "Boss" })
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        await mia.PutAsync("/api/teams/none/members/mia", null).Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        await max.PutAsJsonAsync("/api/users/mia/presence", new { presence = "away" })
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        Assert.Equal(
            "available",
            (await mia.PutAsJsonAsync("/api/users/mia/presence", new { presence = "available" }).Ok()).Text("presence")
        );
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_with_everything_that_is_wrong()
    {
        using var sue = host.As("sue", "supervisor");

        var problem = await sue.PostAsJsonAsync(
                "/api/users",
                new
                {
                    key = "a b",
                    name = " ",
                    skills = new[] { "Not so" },
                    capacity = -1,
                }
            )
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");

        Assert.Equal(
            ["key", "name", "capacity", "skills"],
            problem.GetProperty("errors").EnumerateArray().Select(error => error.Text("field")!)
        );
        await sue.PutAsJsonAsync("/api/users/mia/presence", new { presence = "asleep" })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await sue.PutAsJsonAsync("/api/users/nobody/presence", new { presence = "away" })
            .Problem(HttpStatusCode.NotFound, "not-found");
        await sue.PutAsync("/api/teams/nowhere/members/nobody", null).Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Of_two_who_add_the_same_user_at_once_one_is_told_that_there_is_one()
    {
        using var sue = host.As("sue", "supervisor");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => sue.PostAsJsonAsync("/api/users", new { key = "twin", name = "Twin" }))
        );

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }
}
