using System.Buffers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CaseFlow.Benchmarks;

/// <summary>An endpoint beside the product's, that reads the body and answers with it: the least that HTTP costs here.</summary>
internal static class Echo
{
    public const string Path = "/echo";

    public static void Map(WebApplication app) => app.MapPost(Path, (RequestDelegate)Handle);

    private static async Task Handle(HttpContext context)
    {
        var length = (int)context.Request.ContentLength!;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        var body = rented.AsMemory(0, length);
        await context.Request.Body.ReadExactlyAsync(body);
        context.Response.ContentLength = length;
        await context.Response.Body.WriteAsync(body);
        ArrayPool<byte>.Shared.Return(rented);
    }
}
