using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Host.Tests.Entitlements;

/// <summary>Entitlements made over HTTP, as a supervisor makes them.</summary>
internal static class Contract
{
    /// <summary>An activated one for ten cases of the year, taken when they are opened.</summary>
    public static async Task<JsonElement> Agree(this RunningHost host, Guid customer, object? with = null)
    {
        using var sue = host.As("sue", "supervisor");
        var draft = await sue.PostAsJsonAsync("/api/entitlements", Terms(customer, with)).Ok();
        return await sue.PostAsync($"/api/entitlements/{draft.Text("id")}/activate", null).Ok();
    }

    public static JsonObject Terms(Guid customer, object? with = null)
    {
        var terms = JsonSerializer
            .SerializeToNode(
                new
                {
                    customerId = customer,
                    name = "Ten cases",
                    level = "gold",
                    starts = "2026-01-01",
                    ends = "2026-12-31",
                    timeZone = "Europe/Paris",
                    allocation = "cases",
                    decreaseOn = "creation",
                    total = 10,
                }
            )!
            .AsObject();
        foreach (var (key, value) in JsonSerializer.SerializeToNode(with ?? new { })!.AsObject())
        {
            terms[key] = value?.DeepClone();
        }

        return terms;
    }

    public static async Task<decimal> Remaining(this RunningHost host, string? entitlement)
    {
        using var ann = host.As("ann");
        return (await ann.GetAsync($"/api/entitlements/{entitlement}").Ok()).GetProperty("remaining").GetDecimal();
    }
}
