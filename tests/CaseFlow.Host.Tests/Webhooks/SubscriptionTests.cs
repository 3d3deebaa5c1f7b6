using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Webhooks;

/// <summary>Subscriptions say what is wrong with them, and keep their secrets.</summary>
public sealed class SubscriptionTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Url = "https://example.com/hooks";

    [Theory]
    [InlineData("""{ "url": "example.com/hooks" }""", "url", "https://example.com/hooks")]
    [InlineData("""{ "url": "ftp://example.com/" }""", "url", "https://example.com/hooks")]
    [InlineData("""{ "url": "https://ann:secret@example.com/" }""", "url", "headers")]
    [InlineData("""{ "url": "http://127.0.0.1:8080/" }""", "url", "Webhooks:AllowedNetworks")]
    [InlineData("""{ "url": "http://[::ffff:10.0.0.1]/" }""", "url", "Webhooks:AllowedNetworks")]
    [InlineData("""{ "types": ["opened"] }""", "url", "posted to")]
    [InlineData("""{ "url": "https://example.com/", "types": [] }""", "types", "'*'")]
    [InlineData("""{ "url": "https://example.com/", "types": ["openned"] }""", "types", "did you mean 'opened'")]
    [InlineData("""{ "url": "https://example.com/", "types": ["nothing-*"] }""", "types", "no type of event")]
    [InlineData(
        """{ "url": "https://example.com/", "process": "suport-case" }""",
        "process",
        "did you mean 'support-case'"
    )]
    [InlineData("""{ "url": "https://example.com/", "condition": "case.prio == 'high'" }""", "condition", "prio")]
    [InlineData(
        """{ "url": "https://example.com/", "condition": "case.priority ==" }""",
        "condition",
        "cannot be asked"
    )]
    [InlineData("""{ "url": "https://example.com/", "secret": "hunter2" }""", "secret", "whsec_")]
    [InlineData("""{ "url": "https://example.com/", "secret": "whsec_c2hvcnQ=" }""", "secret", "24 to 64 bytes")]
    [InlineData(
        """{ "url": "https://example.com/", "headers": { "Content-Length": "1" } }""",
        "headers",
        "Content-Length"
    )]
    [InlineData("""{ "url": "https://example.com/", "headers": { "X-Two": "a\nb" } }""", "headers", "one line")]
    [InlineData("""{ "url": "https://example.com/", "headers": { "x-a": "1", "X-A": "2" } }""", "headers", "twice")]
    [InlineData("""{ "url": "https://example.com/", "status": "asleep" }""", "status", "paused")]
    [InlineData("""{ "url": "https://example.com/", "name": " " }""", "name", "1 to 200")]
    public async Task What_is_wrong_is_said_with_its_mend(string body, string field, string says)
    {
        using var ada = host.Ada();

        var problem = await ada.PostAsync(
                "/api/subscriptions",
                new StringContent(body, MediaTypeHeaderValue.Parse("application/json"))
            )
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");

        var error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal(field, error.Text("field"));
        Assert.Contains(says, error.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_condition_in_the_words_of_one_process_needs_that_process_named()
    {
        using var ada = host.Ada();
        var condition = "case.stage == 'identify'";

        var problem = await ada.PostAsJsonAsync("/api/subscriptions", new { url = Url, condition })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        Assert.Contains("'access-request'", problem.GetProperty("errors")[0].Text("detail"), StringComparison.Ordinal);

        var made = await ada.PostAsJsonAsync(
                "/api/subscriptions",
                new
                {
                    url = Url,
                    condition,
                    process = "support-case",
                }
            )
            .Ok();
        Assert.Equal("support-case", made.Text("process"));
    }

    [Fact]
    public async Task Only_admins_see_and_change_them()
    {
        using var sue = host.As("sue", "agent,supervisor,designer");

        await sue.GetAsync("/api/subscriptions").Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        await sue.PostAsJsonAsync("/api/subscriptions", new { url = Url })
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        await sue.GetAsync("/api/deliveries").Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        await sue.PostAsJsonAsync("/api/deliveries/replay", new { ids = new[] { 1 } })
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_kept_encrypted()
    {
        using var ada = host.Ada();
        var made = await ada.PostAsJsonAsync(
                "/api/subscriptions",
                new { url = Url, headers = new Dictionary<string, string> { ["X-Key"] = "of-the-receiver" } }
            )
            .Ok();
        var secret = made.Text("secret")!;
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);

        var address = $"/api/subscriptions/{made.Text("id")}";
        var (one, all) = (await ada.GetStringAsync(address), await ada.GetStringAsync("/api/subscriptions"));
        Assert.All([one, all], text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.All([one, all], text => Assert.DoesNotContain("of-the-receiver", text, StringComparison.Ordinal));
        Assert.Contains("X-Key", one, StringComparison.Ordinal);
        await using var db = await host
            .Services.GetRequiredService<IDbContextFactory<CaseFlowDb>>()
            .CreateDbContextAsync();
        Assert.All(
            await db.SubscriptionSecrets.ToListAsync(),
            row => Assert.DoesNotContain(secret["whsec_".Length..], row.Secret, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            "of-the-receiver",
            (await db.Subscriptions.SingleAsync(row => row.Id == made.GetProperty("id").GetGuid())).Headers!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task With_an_idempotency_key_one_brings_the_secret_and_gets_one_subscription()
    {
        using var ada = host.Ada();
        ada.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        await ada.PostAsJsonAsync("/api/subscriptions", new { url = Url })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");

        var secret = "whsec_" + Convert.ToBase64String(new byte[32]);
        var answers = new List<JsonElement>();
        for (var time = 0; time < 2; time++)
        {
            answers.Add(await ada.PostAsJsonAsync("/api/subscriptions", new { url = Url, secret }).Ok());
        }

        Assert.Single(answers.Select(one => one.Text("id")).Distinct(StringComparer.Ordinal));
        Assert.Equal(JsonValueKind.Null, answers[0].GetProperty("secret").ValueKind);
    }

    [Fact]
    public async Task A_change_keeps_what_it_leaves_out()
    {
        using var ada = host.Ada();
        var made = await ada.PostAsJsonAsync(
                "/api/subscriptions",
                new
                {
                    url = Url,
                    name = "ERP",
                    types = new[] { "resolved" },
                    condition = "case.priority == 'high'",
                }
            )
            .Ok();
        var address = $"/api/subscriptions/{made.Text("id")}";

        var changed = await ada.PatchAsJsonAsync(address, new { condition = "", status = "paused" }).Ok();

        Assert.Equal(("ERP", Url, "paused"), (changed.Text("name"), changed.Text("url"), changed.Text("status")));
        Assert.Equal(["resolved"], changed.Texts("types"));
        Assert.Equal(JsonValueKind.Null, changed.GetProperty("condition").ValueKind);
        await ada.PatchAsJsonAsync(address, new { types = new[] { "resolvd" } })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await ada.PatchAsJsonAsync(address, new { secret = "whsec_" })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await ada.PatchAsJsonAsync(address, new { colour = "red" }).Problem(HttpStatusCode.BadRequest, "malformed");
    }
}
