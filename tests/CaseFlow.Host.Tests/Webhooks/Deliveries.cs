using System.Net;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Webhooks;

/// <summary>Sends deliveries to a host and waits for what comes of them.</summary>
internal sealed class Deliveries(RunningHost host)
{
    /// <summary>Sends it, and gives the delivery when it has been worked on.</summary>
    public async Task<JsonElement> Send(HttpRequestMessage request)
    {
        var id = await Accepted(request);
        return await Ended(id);
    }

    public async Task<string> Accepted(HttpRequestMessage request)
    {
        using var stranger = host.Anonymous();
        var answer = await stranger.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (await answer.Json()).Text("id")!;
    }

    /// <summary>The delivery when it does not wait any more.</summary>
    public async Task<JsonElement> Ended(string id)
    {
        for (var look = 0; look < 400; look++)
        {
            var delivery = (await Read(id)).GetProperty("delivery");
            if (delivery.Text("state") != "waiting")
            {
                return delivery;
            }

            await Task.Delay(25);
        }

        throw new InvalidOperationException($"Delivery {id} was never worked on.");
    }

    public async Task<JsonElement> Read(string id)
    {
        using var olga = host.As("olga", "admin");
        return await olga.GetAsync($"/api/hooks/deliveries/{id}").Ok();
    }

    public async Task<JsonElement> Replay(string id)
    {
        using var olga = host.As("olga", "admin");
        await olga.PostAsync($"/api/hooks/deliveries/{id}/replay", null).Ok();
        return await Ended(id);
    }

    /// <summary>The case that the first command was about.</summary>
    public async Task<JsonElement> CaseOf(JsonElement delivery, int result = 0)
    {
        using var ann = host.As("ann");
        return await ann.GetAsync($"/api/cases/{delivery.GetProperty("results")[result].Text("caseId")}").Ok();
    }

    public async Task<JsonElement[]> Cases()
    {
        using var ann = host.As("ann");
        return [.. (await ann.GetAsync("/api/cases?limit=200").Ok()).GetProperty("items").EnumerateArray()];
    }

    public async Task<string[]> Events(string? caseId)
    {
        using var ann = host.As("ann");
        return
        [
            .. (await ann.GetAsync($"/api/cases/{caseId}/timeline?limit=200").Ok())
                .GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("event").Text("type")!),
        ];
    }

    /// <summary>Saves a webhook and waits until it answers.</summary>
    public async Task Save(string name, string text)
    {
        await File.WriteAllTextAsync(Path.Combine(host.Workflows, $"{name}.webhook.yaml"), text);
        using var olga = host.As("olga", "admin");
        var before = await Definition();
        await host.Until(async () => await Definition() is { } now && now != before);

        async Task<string?> Definition() =>
            (await olga.GetAsync("/api/hooks").Ok())
                .GetProperty("items")
                .EnumerateArray()
                .FirstOrDefault(hook => hook.Text("name") == name)
                is { ValueKind: JsonValueKind.Object } found
                ? found.Text("definition")
                : null;
    }
}
