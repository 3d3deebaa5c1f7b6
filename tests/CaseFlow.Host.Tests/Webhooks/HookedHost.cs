using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Webhooks;

/// <summary>A host whose webhooks may go to this machine, and what tests of them need again and again.</summary>
public sealed class HookedHost : IAsyncLifetime
{
    public static readonly string[] Settings =
    [
        "--Webhooks:AllowedNetworks:0=127.0.0.0/8",
        "--Webhooks:FirstPause=00:00:01",
        "--Webhooks:LongestPause=00:00:05",
        "--Webhooks:MaxTries=3",
        "--Webhooks:RestFor=00:00:02",
    ];

    public RunningHost Host { get; } = new() { Storage = Settings };

    public ValueTask InitializeAsync() => Host.InitializeAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

/// <summary>What tests of webhooks do again and again.</summary>
internal static class Hooks
{
    private static int part;

    public static HttpClient Ada(this RunningHost host) => host.As("ada", "admin");

    public static async Task<JsonElement> Subscribe(this RunningHost host, object subscription)
    {
        using var ada = host.Ada();
        return await ada.PostAsJsonAsync("/api/subscriptions", subscription).Ok();
    }

    public static async Task<JsonElement[]> Deliveries(this RunningHost host, JsonElement of, string status)
    {
        using var ada = host.Ada();
        var address = $"/api/deliveries?subscription={of.Text("id")}&status={status}&limit=200";
        return [.. (await ada.GetAsync(address).Ok()).GetProperty("items").EnumerateArray()];
    }

    /// <summary>Lets something happen to a case so many times: it gets another title.</summary>
    public static async Task Move(this RunningHost host, string id, int times)
    {
        using var ann = host.As("ann", "agent,supervisor");
        for (var time = 0; time < times; time++)
        {
            await ann.PatchAsJsonAsync(
                    $"/api/cases/{id}",
                    new { title = $"Printer on fire, part {Interlocked.Increment(ref part)}" }
                )
                .Ok();
        }
    }

    /// <summary>The positions of all events of a case.</summary>
    public static async Task<int[]> Positions(this RunningHost host, string id)
    {
        using var ann = host.As("ann");
        var timeline = await ann.GetAsync($"/api/cases/{id}/timeline?limit=200").Ok();
        return
        [
            .. timeline.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("position").GetInt32()),
        ];
    }

    /// <summary>Waits for what the host does by itself, without turning its clock.</summary>
    public static Task Eventually(Func<bool> isSo, string what = "It never came to be so.") =>
        Eventually(() => Task.FromResult(isSo()), what);

    public static async Task Eventually(Func<Task<bool>> isSo, string what = "It never came to be so.")
    {
        for (var look = 0; look < 600; look++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail(what);
    }

    /// <summary>Turns the clock a second at a time until it is so: what waits is tried again by the host's clock.</summary>
    public static async Task InTime(this RunningHost host, Func<Task<bool>> isSo, int seconds = 120)
    {
        for (var second = 0; second < seconds; second++)
        {
            for (var look = 0; look < 3; look++)
            {
                if (await isSo())
                {
                    return;
                }

                await Task.Delay(20);
            }

            host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Fail("It never came to be so.");
    }
}
