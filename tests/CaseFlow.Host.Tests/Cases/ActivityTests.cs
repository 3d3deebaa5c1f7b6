using System.Net;
using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>Activities of a case over HTTP.</summary>
public sealed class ActivityTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Calls_tasks_and_notes_are_added_completed_and_listed()
    {
        using var ann = host.As("ann");
        var id = (await host.Case()).Text("id");

        var opened = await ann.PostAsJsonAsync(
                $"/api/cases/{id}/activities",
                new
                {
                    kind = "phone-call",
                    subject = "Call back",
                    direction = "outgoing",
                }
            )
            .Ok();
        var call = opened.GetProperty("openActivities")[0].Text("id");
        host.Clock.Advance(TimeSpan.FromMilliseconds(1)); // activities are listed by the millisecond of their ids
        await ann.PostAsJsonAsync($"/api/cases/{id}/activities", new { kind = "note", text = "Was friendly.\nReally." })
            .Ok();
        var done = await ann.PostAsJsonAsync($"/api/activities/{call}/complete", new { minutes = 25 }).Ok();
        Assert.Equal(25, done.GetProperty("activityMinutes").GetInt32());

        var list = (await ann.GetAsync($"/api/cases/{id}/activities").Ok())
            .GetProperty("items")
            .EnumerateArray()
            .ToList();
        Assert.Equal(
            [("phone-call", "completed", "Call back"), ("note", "completed", "Was friendly.")],
            list.Select(one => (one.Text("kind")!, one.Text("state")!, one.Text("subject")!))
        );
        await ann.PostAsJsonAsync($"/api/activities/{call}/cancel", new { })
            .Problem(HttpStatusCode.Conflict, "activity-closed");
    }

    [Fact]
    public async Task Wrong_activities_are_refused_with_every_wrong_field()
    {
        using var ann = host.As("ann");
        var id = (await host.Case()).Text("id");

        var problem = await ann.PostAsJsonAsync(
                $"/api/cases/{id}/activities",
                new
                {
                    kind = "fax",
                    direction = "up",
                    visibility = "secret",
                }
            )
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");

        Assert.Equal(
            ["kind", "direction", "visibility"],
            problem.GetProperty("errors").EnumerateArray().Select(error => error.Text("field"))
        );
        await ann.PostAsJsonAsync($"/api/activities/{Guid.NewGuid()}/complete", new { })
            .Problem(HttpStatusCode.NotFound, "no-such-activity");
        await ann.GetAsync($"/api/cases/{Guid.NewGuid()}/activities").Problem(HttpStatusCode.NotFound, "no-such-case");
    }

    [Fact]
    public async Task Cancelling_a_case_with_open_activities_names_them_and_resolving_cancels_them_when_told_to()
    {
        using var ann = host.As("ann");
        var id = (await host.Case()).Text("id");
        await ann.PostAsJsonAsync($"/api/cases/{id}/activities", new { kind = "task", subject = "Order a part" }).Ok();

        var refused = await ann.PostAsJsonAsync($"/api/cases/{id}/cancel", new { status = "cancelled" })
            .Problem(HttpStatusCode.UnprocessableEntity, "open-activities");

        Assert.Contains("Order a part", refused.Text("detail"), StringComparison.Ordinal);
    }
}
