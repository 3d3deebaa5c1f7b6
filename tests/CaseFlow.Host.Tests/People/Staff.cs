using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.People;

/// <summary>People with passwords.</summary>
internal static class Staff
{
    public const string Password = "correct horse battery";

    /// <summary>A new user who can sign in.</summary>
    public static async Task Hire(this RunningHost host, string key, params string[] roles)
    {
        using var root = host.As("root", "admin");
        await root.PostAsJsonAsync(
                "/api/users",
                new
                {
                    key,
                    name = key,
                    roles,
                }
            )
            .Ok();
        await root.PutAsJsonAsync($"/api/users/{key}/password", new { password = Password }).Done();
    }

    /// <summary>A browser in which somebody signed in.</summary>
    public static async Task<HttpClient> SignedIn(this RunningHost host, string user, string password = Password)
    {
        var browser = host.Browser();
        await browser.PostAsJsonAsync("/api/sign-in", new { user, password }).Done();
        return browser;
    }

    /// <summary>Waits for an answer that says that it is so, and nothing else.</summary>
    public static async Task Done(this Task<HttpResponseMessage> asked)
    {
        var answer = await asked;
        Assert.True(
            answer.StatusCode == System.Net.HttpStatusCode.NoContent,
            $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
        );
    }
}
