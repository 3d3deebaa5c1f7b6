using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CaseFlow.Benchmarks;

/// <summary>Endpoints beside the product's that answer with what bare SQL reads: the least that such a page costs over HTTP here.</summary>
internal sealed class BareEndpoint
{
    private const string Path = "/bare";

    /// <summary>What each query's endpoint runs; there once the cases are.</summary>
    public ImmutableDictionary<string, Action<Utf8JsonWriter, int>> Queries { get; set; } =
        ImmutableDictionary<string, Action<Utf8JsonWriter, int>>.Empty;

    public static string Address(string query, int number) =>
        FormattableString.Invariant($"{Path}/{Uri.EscapeDataString(query)}/{number}");

    public void Map(WebApplication app) => app.MapGet(Path + "/{query}/{number:int}", Handle);

    private async Task Handle(HttpContext context, string query, int number)
    {
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartArray();
        Queries[query](json, number);
        json.WriteEndArray();
    }
}
