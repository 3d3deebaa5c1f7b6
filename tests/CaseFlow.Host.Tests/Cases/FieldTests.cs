using System.Net;
using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>What a case says of itself, over HTTP.</summary>
public sealed class FieldTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Definition = """
        process: garage
        title: Garage
        fields:
          priority: { type: choice, choices: [whenever, today] }
          type: { type: choice, choices: [tyres, brakes] }
        subjects: { cars: , lorries: }
        statuses: { active: { open: { initial: true } }, resolved: { done: } }
        transitions: any
        """;

    [Fact]
    [Trait("Feature", "Title, description, priority, severity, origin, type, product, subject")]
    public async Task What_every_case_says_is_kept_field_by_field()
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["description"] = "It hums.",
            ["priority"] = "high",
            ["severity"] = "low",
            ["origin"] = "phone",
            ["type"] = "problem",
            ["product"] = "Laptop",
            ["subject"] = "laptops",
        };

        var opened = await host.Case("Laptop hums", said);

        Assert.Equal("Laptop hums", opened.Text("title"));
        Assert.All(said, one => Assert.Equal(one.Value, opened.Text(one.Key)));
    }

    [Fact]
    [Trait("Feature", "Title, description, priority, severity, origin, type, product, subject")]
    public async Task What_a_field_can_be_is_what_the_definition_says()
    {
        using var dora = host.As("dora", "agent,designer");
        await dora.PostAsJsonAsync("/api/processes/publish", new { source = Definition }).Ok();
        var id = (
            await host.Case(
                with: new
                {
                    process = "garage",
                    priority = "today",
                    type = "tyres",
                    subject = "cars",
                }
            )
        ).Text("id");

        var refused = await dora.PatchAsJsonAsync(
                $"/api/cases/{id}",
                new
                {
                    priority = "high",
                    severity = 3,
                    type = "problem",
                    subject = "laptops",
                }
            )
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");

        Assert.Equal(
            ["priority", "severity", "subject", "type"],
            refused
                .GetProperty("errors")
                .EnumerateArray()
                .Select(error => error.Text("field"))
                .Order(StringComparer.Ordinal)
        );
        Assert.Contains("whenever, today", refused.Text("detail"), StringComparison.Ordinal);
    }
}
