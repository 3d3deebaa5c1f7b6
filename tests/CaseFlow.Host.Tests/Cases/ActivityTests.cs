using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>Activities of a case over HTTP.</summary>
public sealed class ActivityTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    [Trait("Feature", "Phone call, task, appointment, email, note")]
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
    [Trait("Feature", "Cancel needs closed activities")]
    [Trait("Feature", "Open activities at resolve")]
    public async Task Cancelling_a_case_with_open_activities_names_them_and_resolving_cancels_them_when_told_to()
    {
        using var ann = host.As("ann");
        var id = (await host.Case()).Text("id");
        await ann.PostAsJsonAsync($"/api/cases/{id}/activities", new { kind = "task", subject = "Order a part" }).Ok();

        var refused = await ann.PostAsJsonAsync($"/api/cases/{id}/cancel", new { status = "cancelled" })
            .Problem(HttpStatusCode.UnprocessableEntity, "open-activities");

        Assert.Contains("Order a part", refused.Text("detail"), StringComparison.Ordinal);
        Assert.Single(refused.GetProperty("missing").EnumerateArray());
        await ann.PostAsJsonAsync($"/api/cases/{id}/stage", new { to = "resolve", reason = "Known" }).Ok();
        var solution = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["resolution"] = "Explained",
            ["fields"] = new Dictionary<string, string> { ["resolution-type"] = "Explained" },
        };
        await ann.PostAsJsonAsync($"/api/cases/{id}/resolve", solution)
            .Problem(HttpStatusCode.UnprocessableEntity, "open-activities");
        solution["cancelOpenActivities"] = true;
        var resolved = await ann.PostAsJsonAsync($"/api/cases/{id}/resolve", solution).Ok();

        Assert.Equal("resolved", resolved.Text("state"));
        Assert.Empty(resolved.GetProperty("openActivities").EnumerateArray());
        var cancelled = (await ann.GetAsync($"/api/cases/{id}/timeline?types=activity-cancelled").Ok()).GetProperty(
            "items"
        );
        Assert.Equal("ann", Assert.Single(cancelled.EnumerateArray()).GetProperty("event").Text("by"));
    }

    [Theory]
    [Trait("Feature", "Phone call, task, appointment, email, note")]
    [InlineData("phone-call")]
    [InlineData("task")]
    [InlineData("appointment")]
    [InlineData("email")]
    public async Task What_is_to_be_done_has_a_time_and_is_done_or_called_off(string kind)
    {
        using var ann = host.As("ann");
        var address = $"/api/cases/{(await host.Case()).Text("id")}/activities";
        var due = RunningHost.Monday9.AddDays(1);
        await ann.PostAsJsonAsync(address, Planned("First")).Ok();
        host.Clock.Advance(TimeSpan.FromMilliseconds(1)); // activities are listed by the millisecond of their ids
        await ann.PostAsJsonAsync(address, Planned("Second")).Ok();
        host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await ann.PostAsJsonAsync(address, Planned("Third")).Ok();
        var planned = await Listed();

        await ann.PostAsJsonAsync($"/api/activities/{planned[0].Text("id")}/complete", new { minutes = 25 }).Ok();
        await ann.PostAsJsonAsync($"/api/activities/{planned[1].Text("id")}/cancel", new { }).Ok();

        Assert.All(planned, one => Assert.Equal((kind, "open", due), (one.Text("kind"), one.Text("state"), Due(one))));
        Assert.Equal(
            [("First", "completed"), ("Second", "cancelled"), ("Third", "open")],
            (await Listed()).Select(one => (one.Text("subject")!, one.Text("state")!))
        );
        Assert.Equal(25, (await Listed())[0].GetProperty("minutes").GetInt32());

        object Planned(string subject) =>
            new
            {
                kind,
                subject,
                due,
            };

        async Task<List<JsonElement>> Listed() =>
            [.. (await ann.GetAsync(address).Ok()).GetProperty("items").EnumerateArray()];

        static DateTimeOffset Due(JsonElement of) => of.GetProperty("due").GetDateTimeOffset();
    }
}
