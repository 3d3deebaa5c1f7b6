using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>Whatever is sent, the answer says what is wrong with it; the host never fails at it.</summary>
public sealed class BadInputTests(RunningHost host) : IClassFixture<RunningHost>
{
    public static TheoryData<string, string> Doors =>
        new()
        {
            { "POST", "/api/cases" },
            { "PATCH", "/api/cases/{id}" },
            { "POST", "/api/cases/{id}/status" },
            { "POST", "/api/cases/{id}/stage" },
            { "POST", "/api/cases/{id}/queue" },
            { "POST", "/api/cases/{id}/route" },
            { "POST", "/api/cases/{id}/pick" },
            { "POST", "/api/cases/{id}/release" },
            { "POST", "/api/cases/{id}/unqueue" },
            { "POST", "/api/cases/{id}/assign" },
            { "POST", "/api/cases/{id}/resolve" },
            { "POST", "/api/cases/{id}/cancel" },
            { "POST", "/api/cases/{id}/reactivate" },
            { "POST", "/api/customers" },
            { "POST", "/api/contacts" },
            { "POST", "/api/processes/publish" },
            { "POST", "/api/processes/validate" },
            { "POST", "/api/processes/impact" },
        };

    private static readonly string[] Bodies =
    [
        "{",
        "null",
        "[]",
        "1",
        "\"text\"",
        "{\"title\":",
        "{\"to\":1}",
        "{\"to\":{}}",
        "{\"nonsense\":true}",
        "{\"title\":{\"deep\":1},\"fields\":[]}",
        "{\"fields\":{\"impact\":[1,2]}}",
        "{\"fields\":{\"impact\":1e999}}",
        "{\"customerId\":\"not-an-id\"}",
        "{\"status\":7,\"resolution\":false,\"billableMinutes\":\"x\"}",
        "{\"billableMinutes\":99999999999999999999}",
        "{\"queue\":null}",
        "\u0000\u0001\u0002",
        "{\"to\":\"\\ud800\"}",
        "{\"\\ud800\":1}",
        "{\"title\":\"a\\u0000b\",\"to\":\"a\\u0000b\"}",
        "{\"fields\":{\"\\udc00\":\"x\"}}",
        new string('[', 5_000),
    ];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Every_door_says_what_is_wrong_with_a_bad_body(string method, string path)
    {
        using var ann = host.As("ann", "agent,designer");
        var id = (await host.Case()).Text("id");
        foreach (var body in Bodies)
        {
            using var request = new HttpRequestMessage(
                new HttpMethod(method),
                path.Replace("{id}", id, StringComparison.Ordinal)
            )
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            };
            var answer = await ann.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();

            Assert.True(
                (int)answer.StatusCode is >= 400 and < 500,
                $"{method} {path} {body}: {(int)answer.StatusCode} {text}"
            );
            if (!path.StartsWith("/api/processes", StringComparison.Ordinal))
            {
                Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            }

            Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_body_of_ten_megabytes_is_refused(string method, string path)
    {
        using var ann = host.As("ann", "agent,designer");
        var id = (await host.Case()).Text("id");
        using var request = new HttpRequestMessage(
            new HttpMethod(method),
            path.Replace("{id}", id, StringComparison.Ordinal)
        )
        {
            Content = new ByteArrayContent(new byte[10_000_000]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        await ann.SendAsync(request).Problem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [Theory]
    [InlineData("/api/cases?limit=0")]
    [InlineData("/api/cases?limit=201")]
    [InlineData("/api/cases?limit=many")]
    [InlineData("/api/cases?cursor=nonsense")]
    [InlineData("/api/cases?cursor=%00")]
    [InlineData("/api/cases?q=%00")]
    [InlineData("/api/cases?state=open")]
    [InlineData("/api/cases?sort=title")]
    [InlineData("/api/cases?customer=contoso")]
    [InlineData("/api/customers?cursor=AAAA")]
    [InlineData("/api/contacts?account=contoso")]
    [InlineData("/api/processes/support-case/versions?cursor=AAAA")]
    public async Task A_list_says_what_is_wrong_with_its_query(string path)
    {
        using var ann = host.As("ann");

        await ann.GetAsync(path).Problem(HttpStatusCode.BadRequest, "malformed");
    }

    [Theory]
    [InlineData("/api/cases/CAS-0000-00000")]
    [InlineData("/api/cases/00000000-0000-0000-0000-000000000000")]
    [InlineData("/api/cases/CAS-0000-00000/commands")]
    [InlineData("/api/cases/CAS-0000-00000/timeline")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        using var ann = host.As("ann");

        await ann.GetAsync(path).Problem(HttpStatusCode.NotFound, "no-such-case");
    }

    [Theory]
    [InlineData("/api/nonsense", HttpStatusCode.NotFound, "not-found")]
    [InlineData("/nonsense", HttpStatusCode.NotFound, "not-found")]
    [InlineData("/api/processes/nonsense", HttpStatusCode.NotFound, "not-found")]
    [InlineData("/api/cases/x/pick", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    public async Task Nothing_there_is_said_in_the_same_form(string path, HttpStatusCode status, string code)
    {
        using var ann = host.As("ann");

        await ann.GetAsync(path).Problem(status, code);
    }

    [Fact]
    [Trait("Feature", "Create a case")]
    public async Task Everything_that_is_missing_in_a_creation_is_told_at_once()
    {
        using var ann = host.As("ann");
        using var content = new StringContent("{\"process\":\"support-case\"}", Encoding.UTF8, "application/json");

        var problem = await ann.PostAsync("/api/cases", content).Problem(HttpStatusCode.BadRequest, "fields-invalid");

        Assert.Equal(
            ["title", "customerId"],
            problem.GetProperty("errors").EnumerateArray().Select(error => error.Text("field"))
        );
    }

    [Fact]
    public async Task A_merge_patch_comes_under_its_own_media_type_too()
    {
        using var ann = host.As("ann");
        var id = (await host.Case()).Text("id");
        using var patch = new StringContent("{\"title\":\"Patched\"}", Encoding.UTF8, "application/merge-patch+json");

        Assert.Equal("Patched", (await ann.PatchAsync($"/api/cases/{id}", patch).Ok()).Text("title"));
    }
}
