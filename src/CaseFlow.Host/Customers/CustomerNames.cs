using System.Collections.Concurrent;
using CaseFlow.Host.Shell.InProcess;

namespace CaseFlow.Host.Customers;

/// <summary>What the customers are called whose ids a page shows; asked for once in a circuit.</summary>
public sealed class CustomerNames(ApiClient api)
{
    private readonly ConcurrentDictionary<Guid, string> known = new();

    private sealed record Named(Guid Id, string Name);

    /// <summary>The name; nothing where it is not known.</summary>
    public string Of(Guid id) => known.GetValueOrDefault(id, "");

    public async Task Load(IEnumerable<Guid> ids)
    {
        foreach (var some in ids.Distinct().Where(id => !known.ContainsKey(id)).Chunk(200))
        {
            var found = await api.Get<Listed<Named>>($"/api/customers?limit=200&ids={string.Join(',', some)}");
            foreach (var one in found.Value?.Items ?? [])
            {
                known[one.Id] = one.Name;
            }
        }
    }
}
