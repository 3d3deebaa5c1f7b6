using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CaseFlow.Host.Tests.Webhooks;

/// <summary>What happens is told to those who subscribed.</summary>
public sealed class DeliveryTests(HookedHost hooked) : IClassFixture<HookedHost>
{
    private readonly RunningHost host = hooked.Host;

    [Fact]
    public async Task Every_event_of_a_case_arrives_in_order_as_a_signed_cloud_event()
    {
        await using var receiver = await Receiver.Open();
        var subscription = await host.Subscribe(
            new { url = receiver.Url, headers = new { Authorization = "Bearer of-the-receiver" } }
        );
        var secret = subscription.Text("secret")!;
        var id = (await host.Case()).Text("id")!;
        await host.Move(id, 3);
        var positions = await host.Positions(id);

        await Hooks.Eventually(() => receiver.All.Count(one => one.Case == id) >= positions.Length);

        var got = receiver.All.Where(one => one.Case == id).ToArray();
        Assert.Equal(positions, got.Select(one => one.Position));
        Assert.All(got, one => Assert.True(one.IsSignedWith(secret)));
        Assert.All(got, one => Assert.False(one.IsSignedWith("whsec_" + Convert.ToBase64String(new byte[32]))));
        Assert.Equal("Bearer of-the-receiver", got[0].Headers["Authorization"]);
        Assert.Equal("/hooks?from=caseflow", got[0].Path);
        Assert.StartsWith("application/cloudevents+json", got[0].Headers["Content-Type"], StringComparison.Ordinal);
        Assert.False(got[0].IsReplay);
        var told = got[0].Json;
        Assert.Equal(
            ("1.0", "opened", "/caseflow", got[0].Id),
            (told.Text("specversion"), told.Text("type"), told.Text("source"), told.Text("id"))
        );
        var data = told.GetProperty("data");
        Assert.Equal("opened", data.GetProperty("event").Text("type"));
        Assert.Equal(id, data.GetProperty("case").Text("id"));
        using var ann = host.As("ann");
        var now = await ann.GetAsync($"/api/cases/{id}").Ok();
        Assert.Equal(now.Text("title"), got[^1].Json.GetProperty("data").GetProperty("case").Text("title"));
        Assert.Equal(got.Length, got.Select(one => one.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_subscription_hears_of_its_types_its_process_and_the_cases_that_fit_its_condition()
    {
        await using var receiver = await Receiver.Open();
        await host.Subscribe(
            new
            {
                url = receiver.Url,
                types = new[] { "opened", "edit*" },
                process = "support-case",
                condition = "customer.tier == 'gold' && case.priority == 'high'",
            }
        );
        var gold = await host.Account("Gold");
        var silver = await host.Account("Silver", tier: "silver");
        await host.Case(with: new { customerId = silver, priority = "high" });
        await host.Case(with: new { customerId = gold, priority = "low" });
        var wanted = (await host.Case(with: new { customerId = gold, priority = "high" })).Text("id")!;
        using var ann = host.As("ann");
        await ann.PostAsync($"/api/cases/{wanted}/pick", null).Ok();
        await host.Move(wanted, 1);

        await Hooks.Eventually(() => receiver.All.Length >= 2);

        Assert.Equal([(wanted, "opened"), (wanted, "edited")], receiver.All.Select(one => (one.Case, one.Type)));
    }

    [Fact]
    public async Task A_paused_subscription_hears_of_everything_when_it_goes_on()
    {
        await using var receiver = await Receiver.Open();
        await using var other = await Receiver.Open();
        var subscription = await host.Subscribe(
            new
            {
                url = receiver.Url,
                status = "paused",
                types = new[] { "opened" },
            }
        );
        await host.Subscribe(new { url = other.Url, types = new[] { "opened" } });
        var id = (await host.Case()).Text("id")!;
        await Hooks.Eventually(() => other.All.Any(one => one.Case == id));
        Assert.Empty(receiver.All);

        using var ada = host.Ada();
        await ada.PatchAsJsonAsync($"/api/subscriptions/{subscription.Text("id")}", new { status = "active" }).Ok();

        await Hooks.Eventually(() => receiver.All.Any(one => one.Case == id));
    }

    [Fact]
    public async Task A_new_secret_signs_beside_the_old_one_until_that_is_removed()
    {
        await using var receiver = await Receiver.Open();
        var subscription = await host.Subscribe(new { url = receiver.Url, types = new[] { "opened" } });
        var (id, old) = (subscription.Text("id")!, subscription.Text("secret")!);
        using var ada = host.Ada();
        var with = await ada.PostAsJsonAsync($"/api/subscriptions/{id}/secrets", new { }).Ok();
        var young = with.Text("secret")!;

        await host.Case();
        await Hooks.Eventually(() => receiver.All.Length == 1);
        Assert.True(receiver.All[0].IsSignedWith(old) && receiver.All[0].IsSignedWith(young));

        var first = subscription.GetProperty("secrets")[0].Text("id");
        var second = with.GetProperty("secrets")
            .EnumerateArray()
            .Select(one => one.Text("id"))
            .Single(one => one != first);
        var removed = await ada.DeleteAsync($"/api/subscriptions/{id}/secrets/{first}");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await host.Case();
        await Hooks.Eventually(() => receiver.All.Length == 2);
        Assert.True(!receiver.All[1].IsSignedWith(old) && receiver.All[1].IsSignedWith(young));

        await ada.DeleteAsync($"/api/subscriptions/{id}/secrets/{second}")
            .Problem(HttpStatusCode.UnprocessableEntity, "last-secret");
        Assert.Equal(
            JsonValueKind.Null,
            (await ada.GetAsync($"/api/subscriptions/{id}").Ok()).GetProperty("secret").ValueKind
        );
    }

    [Fact]
    public async Task What_fails_for_good_is_a_dead_letter_that_holds_nothing_up_and_can_be_replayed()
    {
        await using var receiver = await Receiver.Open();
        var isBroken = true;
        receiver.Answer = (got, response) =>
        {
            response.StatusCode = isBroken && got.Type == "opened" ? 500 : 200;
            return response.WriteAsync("No, said Bearer of-the-receiver.");
        };
        var subscription = await host.Subscribe(
            new
            {
                url = receiver.Url,
                types = new[] { "opened", "edited" },
                headers = new { Authorization = "Bearer of-the-receiver" },
            }
        );
        var id = (await host.Case()).Text("id")!;
        await host.Move(id, 1);
        await Hooks.Eventually(() => receiver.All.Length >= 1);
        Assert.DoesNotContain(receiver.All, one => one.Type == "edited");

        await host.InTime(async () => (await host.Deliveries(subscription, "dead")).Length == 1);

        await Hooks.Eventually(() => receiver.Taken.Any(one => one.Type == "edited"));
        var dead = (await host.Deliveries(subscription, "dead")).Single();
        Assert.Equal(
            (3, 500),
            (dead.GetProperty("tries").GetInt32(), dead.GetProperty("response").GetProperty("status").GetInt32())
        );
        Assert.Equal("No, said ***.", dead.GetProperty("response").Text("body"));
        var headers = dead.GetProperty("request").GetProperty("headers");
        Assert.Equal(("***", "***"), (headers.Text("Authorization"), headers.Text("webhook-signature")));
        Assert.Equal(id, dead.GetProperty("request").GetProperty("body").Text("subject"));
        Assert.Equal(3, receiver.All.Count(one => one.Type == "opened"));
        Assert.Single(
            receiver.All.Where(one => one.Type == "opened").Select(one => one.Id).Distinct(StringComparer.Ordinal)
        );

        isBroken = false;
        using var ada = host.Ada();
        await ada.PostAsync($"/api/deliveries/{dead.GetProperty("id")}/replay", null).Ok();
        await Hooks.Eventually(() => receiver.Taken.Any(one => one.Type == "opened"));

        var again = receiver.Taken.Single(one => one.Type == "opened");
        Assert.Equal("true", again.Headers["CaseFlow-Replay"]);
        Assert.Equal(receiver.All[0].Id, again.Id);
        Assert.True(again.IsSignedWith(subscription.Text("secret")!));
    }

    [Fact]
    public async Task Many_are_replayed_by_a_filter_or_by_their_ids_in_the_order_of_each_case()
    {
        await using var receiver = await Receiver.Open();
        var subscription = await host.Subscribe(new { url = receiver.Url, types = new[] { "opened", "edited" } });
        var id = (await host.Case()).Text("id")!;
        await host.Move(id, 4);
        await Hooks.Eventually(() => receiver.Taken.Length == 5);
        await host.InTime(async () => (await host.Deliveries(subscription, "delivered")).Length == 5);
        using var ada = host.Ada();

        var filter = new { subscription = subscription.Text("id"), status = "delivered" };
        var first = await ada.PostAsJsonAsync("/api/deliveries/replay", new { filter }).Ok();
        Assert.Equal(5, first.GetProperty("replayed").GetInt32());
        await Hooks.Eventually(() => receiver.Taken.Length == 10);
        var positions = receiver.All.Select(one => one.Position).ToArray();
        Assert.Equal(positions[..5], positions[5..]);
        Assert.All(receiver.All[5..], one => Assert.True(one.IsReplay));
        await host.InTime(async () => (await host.Deliveries(subscription, "delivered")).Length == 5);

        var ids = (await host.Deliveries(subscription, "delivered"))
            .Select(one => one.GetProperty("id").GetInt64())
            .Take(2)
            .ToArray();
        ada.DefaultRequestHeaders.Add("Idempotency-Key", "twice");
        for (var time = 0; time < 2; time++)
        {
            var some = await ada.PostAsJsonAsync("/api/deliveries/replay", new { ids }).Ok();
            Assert.Equal(2, some.GetProperty("replayed").GetInt32());
        }

        await Hooks.Eventually(() => receiver.Taken.Length == 12);
        await Task.Delay(200);
        Assert.Equal(12, receiver.All.Length);
    }

    [Fact]
    public async Task What_waits_is_not_replayed_and_what_is_not_there_is_not_found()
    {
        var closed = Receiver.Closed();
        var subscription = await host.Subscribe(new { url = closed.Url, types = new[] { "opened" } });
        await host.Case();
        await Hooks.Eventually(async () => (await host.Deliveries(subscription, "waiting")).Length == 1);
        var waiting = (await host.Deliveries(subscription, "waiting")).Single();
        using var ada = host.Ada();

        await ada.PostAsync($"/api/deliveries/{waiting.GetProperty("id")}/replay", null)
            .Problem(HttpStatusCode.Conflict, "delivery-waiting");
        await ada.PostAsync("/api/deliveries/4711000/replay", null).Problem(HttpStatusCode.NotFound, "not-found");
        await ada.PostAsJsonAsync("/api/deliveries/replay", new { }).Problem(HttpStatusCode.BadRequest, "malformed");
        await ada.GetAsync("/api/deliveries?status=lost").Problem(HttpStatusCode.BadRequest, "malformed");
    }

    [Fact]
    public async Task A_removed_subscription_hears_of_nothing_and_cannot_be_told_again()
    {
        await using var receiver = await Receiver.Open();
        await using var other = await Receiver.Open();
        var subscription = await host.Subscribe(new { url = receiver.Url, types = new[] { "opened" } });
        await host.Subscribe(new { url = other.Url, types = new[] { "opened" } });
        await host.Case();
        await host.InTime(async () => (await host.Deliveries(subscription, "delivered")).Length == 1);
        var delivered = (await host.Deliveries(subscription, "delivered")).Single();
        using var ada = host.Ada();

        var removed = await ada.DeleteAsync($"/api/subscriptions/{subscription.Text("id")}");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);

        var id = (await host.Case()).Text("id")!;
        await Hooks.Eventually(() => other.All.Any(one => one.Case == id));
        Assert.Single(receiver.All);
        await ada.PostAsync($"/api/deliveries/{delivered.GetProperty("id")}/replay", null)
            .Problem(HttpStatusCode.UnprocessableEntity, "subscription-gone");
        await ada.GetAsync($"/api/subscriptions/{subscription.Text("id")}")
            .Problem(HttpStatusCode.NotFound, "not-found");
    }
}
