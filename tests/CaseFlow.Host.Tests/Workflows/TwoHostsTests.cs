using System.Net.Http.Json;
using CaseFlow.Host.Tests.Durability;

namespace CaseFlow.Host.Tests.Workflows;

/// <summary>Two hosts on one database: whichever an event comes to, the instance goes on once.</summary>
public sealed class TwoHostsTests
{
    private const int Instances = 40;

    [Fact]
    public async Task An_event_that_both_hosts_are_told_is_taken_up_once()
    {
        Postgres.SkipWhereItIsNot();

        string[] storage =
        [
            "--Storage:Provider=PostgreSql",
            $"--Storage:ConnectionString={await TemporaryPostgres.NewDatabase()}",
        ];
        await using var one = new RunningHost { Storage = storage };
        await one.InitializeAsync();
        using var first = new Workshop(one);
        await first.Publish(
            Flow.Of(
                "shared",
                $"type: Elsa.Event, {Flow.Text("eventName", "shared-go")}",
                $"type: CaseFlow.AddActivity, {Flow.Script("caseId", "String", "getInput('caseId')")}, {Flow.Script("activity", "ObjectDictionary", "({ kind: 'note', text: getCorrelationId() })")}",
                Flow.Line("'done'")
            )
        );
        await using var other = new RunningHost { Storage = storage };
        await other.InitializeAsync();
        using var second = new Workshop(other);
        var caseId = (await one.Case()).Text("id");
        var names = Enumerable.Range(0, Instances).Select(number => $"n{number:00}").ToList();
        foreach (var name in names)
        {
            await first.Run("shared", new { caseId }, name);
        }

        await Task.WhenAll(names.SelectMany(name => new[] { Tell(first, name), Tell(second, name) }));

        Assert.Equal(Instances, (await second.Until("shared", "finished", Instances)).Length);
        var notes = (await second.Dora.GetAsync($"/api/cases/{caseId}/activities?limit=200").Ok())
            .GetProperty("items")
            .EnumerateArray()
            .Select(note => note.Text("text")!)
            .Order(StringComparer.Ordinal);
        Assert.Equal(names, notes);
    }

    private static async Task Tell(Workshop workshop, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/events")
        {
            Content = JsonContent.Create(new { name = "shared-go", correlationId = name }),
        };
        request.Headers.Add("Idempotency-Key", name);
        await workshop.Dora.SendAsync(request).Ok();
    }
}
