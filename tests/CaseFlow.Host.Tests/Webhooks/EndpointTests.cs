using System.Net;
using System.Text.Json;
using CaseFlow.Host.Events;
using CaseFlow.Host.Webhooks.Outgoing;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Tests.Webhooks;

/// <summary>Endpoints that fail are asked again with growing pauses, and left alone where they keep failing.</summary>
public sealed class EndpointTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(5, 80)]
    [InlineData(12, 10_240)]
    [InlineData(13, 14_400)]
    [InlineData(90, 14_400)]
    public void Pauses_double_up_to_the_longest(int tries, int seconds)
    {
        Assert.Equal(seconds, Pauses(0.5).After(tries, asked: null).TotalSeconds, 3);
        Assert.Equal(seconds * 0.8, Pauses(0).After(tries, asked: null).TotalSeconds, 3);
        Assert.Equal(seconds * 1.2, Pauses(1).After(tries, asked: null).TotalSeconds, 3);
    }

    [Fact]
    public void An_endpoint_may_ask_for_a_longer_pause_and_not_for_a_shorter_or_an_endless_one()
    {
        Assert.Equal(60, Pauses(0.5).After(1, TimeSpan.FromMinutes(1)).TotalSeconds, 3);
        Assert.Equal(5, Pauses(0.5).After(1, TimeSpan.FromSeconds(1)).TotalSeconds, 3);
        Assert.Equal(TimeSpan.FromHours(4), Pauses(0.5).After(1, TimeSpan.FromDays(9)));
    }

    [Fact]
    public async Task An_endpoint_that_keeps_failing_is_left_alone_and_what_waits_loses_no_tries()
    {
        await using var hooked = new HookedHost();
        await hooked.InitializeAsync();
        var host = hooked.Host;
        await using var receiver = await Receiver.Open();
        var isBroken = true;
        receiver.Answer = (_, response) =>
        {
            response.StatusCode = isBroken ? 503 : 204;
            return Task.CompletedTask;
        };
        var subscription = await host.Subscribe(
            new
            {
                url = receiver.Url,
                types = new[] { "opened" },
                status = "paused",
            }
        );
        var customerId = await host.Account();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => host.Case(with: new { customerId })));
        await Hooks.Eventually(async () => (await host.Deliveries(subscription, "waiting")).Length == 40);

        await Resume(host, subscription);
        await Hooks.Eventually(() => receiver.All.Length >= 10);
        await Task.Delay(300);

        // Those under way when it was seen that it fails are all that came beside the first ten.
        Assert.InRange(receiver.All.Length, 10, 18);
        var untried = (await host.Deliveries(subscription, "waiting")).Count(one =>
            one.GetProperty("tries").GetInt32() == 0
        );
        Assert.InRange(untried, 22, 30);

        isBroken = false;
        await host.InTime(() => Task.FromResult(receiver.Taken.Length == 40));
        Assert.Empty(await host.Deliveries(subscription, "dead"));
    }

    [Fact]
    public void A_stream_that_is_not_read_is_cut_off_and_holds_no_more_than_a_thousand_events()
    {
        var cut = 0;
        var listener = new Listener(new EventFilter(EventTypes.All, null, null, null), since: 0, () => cut++);
        var told = new ToldEvent(new(1, 1), "1", "opened", null!, null!, new([]));

        for (var number = 0; number < 1_000; number++)
        {
            Assert.True(listener.Offer(told));
        }

        Assert.False(listener.Offer(told));
        Assert.Equal(1, cut);
        Assert.Equal(1_000, listener.Items.Count);
    }

    [Fact]
    public void A_cursor_is_read_as_it_was_written_and_nothing_else_is_one()
    {
        Assert.Equal(new EventCursor(17, 3), EventCursor.Read(new EventCursor(17, 3).ToString()));
        Assert.True(EventCursor.After(17).IsBeyond(new(17, 3)));
        Assert.Equal((16, 17), (new EventCursor(17, 3).ReadAfter, EventCursor.After(17).ReadAfter));
        Assert.All(
            new[] { "", "17", "17.", ".3", "-1.3", "17.3.4", "17,3", "99999999999999999999.1" },
            text => Assert.Null(EventCursor.Read(text))
        );
    }

    private static async Task Resume(RunningHost host, JsonElement subscription)
    {
        using var ada = host.Ada();
        var active = JsonContentOf("""{ "status": "active" }""");
        var answer = await ada.PatchAsync($"/api/subscriptions/{subscription.Text("id")}", active);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static StringContent JsonContentOf(string json) => new(json, System.Text.Encoding.UTF8, "application/json");

    private static RetryPauses Pauses(double jitter) => new(Options.Create(new WebhookOptions()), () => jitter);
}
