using System.Net.Http.Json;
using System.Text.Json;
using CaseFlow.Host.Tests;

namespace CaseFlow.Browser.Tests.Cases;

/// <summary>What the tests of the case page have in common.</summary>
internal static class CaseVisits
{
    public static Task<Visit> OpenCase(
        this Site site,
        JsonElement opened,
        string user = "ann",
        string language = "en",
        bool isDark = false,
        int width = 1440
    ) => site.Open($"/cases/{opened.Text("ticket")}", user, language: language, isDark: isDark, width: width);

    public static async Task Activity(this Site site, JsonElement opened, object activity)
    {
        using var ann = site.Host.As("ann");
        await ann.PostAsJsonAsync($"/api/cases/{opened.Text("id")}/activities", activity).Ok();
    }

    /// <summary>Takes the case to its last stage, from which it can be resolved.</summary>
    public static async Task ToTheEnd(this Site site, JsonElement opened)
    {
        using var ann = site.Host.As("ann");
        await ann.PostAsJsonAsync(
                $"/api/cases/{opened.Text("id")}/stage",
                new { to = "resolve", reason = "It is clear" }
            )
            .Ok();
    }

    public static async Task Person(this Site site, string key, string name)
    {
        using var sue = site.Host.As("sue", "supervisor,admin");
        await sue.PostAsJsonAsync("/api/users", new { key, name }).Ok();
    }
}
