using System.Net;
using System.Text.Json;

namespace CaseFlow.Host.Tests;

/// <summary>Reads answers, and says what came where something else was expected.</summary>
internal static class Answers
{
    public static async Task<JsonElement> Json(this HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    /// <summary>The body of an answer that must be a success.</summary>
    public static async Task<JsonElement> Ok(this Task<HttpResponseMessage> asked)
    {
        var answer = await asked;
        Assert.True(
            answer.IsSuccessStatusCode,
            $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"
        );
        return await answer.Json();
    }

    /// <summary>The body of an answer that must be this problem.</summary>
    public static async Task<JsonElement> Problem(
        this Task<HttpResponseMessage> asked,
        HttpStatusCode status,
        string code
    )
    {
        var answer = await asked;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return problem;
    }

    public static string? Text(this JsonElement json, string property) => json.GetProperty(property).GetString();

    public static string[] Texts(this JsonElement json, string property) =>
        [.. json.GetProperty(property).EnumerateArray().Select(one => one.GetString()!)];
}
