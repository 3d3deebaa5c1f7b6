using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Workflows;

/// <summary>A host and what tests of workflows do with it.</summary>
internal sealed class Workshop(RunningHost host) : IDisposable
{
    public HttpClient Dora { get; } = host.As("dora", "designer");

    public void Dispose() => Dora.Dispose();

    /// <summary>Publishes a workflow in YAML.</summary>
    public async Task<JsonElement> Publish(string yaml) =>
        await Dora.PostAsync("/api/workflows/publish", new StringContent(yaml, null, "application/yaml")).Ok();

    public async Task<JsonElement> Run(string workflow, object? input = null, string? correlationId = null) =>
        await Dora.PostAsJsonAsync($"/api/workflows/{workflow}/run", new { input = input ?? new { }, correlationId })
            .Ok();

    public async Task<string> Tell(string name, object? payload = null, string? correlationId = null) =>
        (
            await Dora.PostAsJsonAsync(
                    "/api/events",
                    new
                    {
                        name,
                        payload,
                        correlationId,
                    }
                )
                .Ok()
        ).Text("id")!;

    public async Task<JsonElement> Instance(string id) => await Dora.GetAsync($"/api/workflows/instances/{id}").Ok();

    public async Task<JsonElement[]> Instances(string workflow, string? status = null) =>
        [
            .. (await Dora.GetAsync($"/api/workflows/{workflow}/instances?status={status ?? "running"}&limit=200").Ok())
                .GetProperty("items")
                .EnumerateArray(),
        ];

    /// <summary>Waits until the instance is so, and gives it.</summary>
    public async Task<JsonElement> Until(string instance, string subStatus)
    {
        await host.Until(async () =>
        {
            await Task.Delay(5);
            var answer = await Dora.GetAsync($"/api/workflows/instances/{instance}");
            return answer.IsSuccessStatusCode
                && (await answer.Json()).GetProperty("instance").Text("subStatus") == subStatus;
        });
        return await Instance(instance);
    }

    /// <summary>Waits until so many instances of it are so.</summary>
    public async Task<JsonElement[]> Until(string workflow, string status, int count)
    {
        await host.Until(async () =>
        {
            await Task.Delay(5);
            return (await Instances(workflow, status)).Length >= count;
        });
        return await Instances(workflow, status);
    }

    public static string[] Lines(JsonElement details) =>
        [.. details.GetProperty("lines").EnumerateArray().Select(line => line.Text("text")!)];
}
