using System.Net;

namespace CaseFlow.Benchmarks;

/// <summary>Status moves and echoes over HTTP, a connection for each caller.</summary>
internal sealed class HttpMoves : IDisposable
{
    private const string Ann = "X-CaseFlow-User: ann\r\nX-CaseFlow-Roles: agent\r\n";

    private static readonly byte[] EchoRequest = HttpConnection.Post(Echo.Path, """{"to":"on-hold"}""");

    private readonly MovePlan plan;
    private readonly HttpConnection[] connections;

    private HttpMoves(MovePlan plan, HttpConnection[] connections)
    {
        this.plan = plan;
        this.connections = connections;
    }

    public static async Task<HttpMoves> Connect(EndPoint address, MovePlan plan) =>
        new(plan, await Task.WhenAll(Enumerable.Range(0, plan.Callers).Select(_ => HttpConnection.Open(address))));

    /// <summary>Moves a second.</summary>
    public Task<double> Run(int moves) => CallerLoad.Run(plan.Callers, moves, Move);

    /// <summary>Echoes a second.</summary>
    public Task<double> RunEcho(int asks) =>
        CallerLoad.Run(plan.Callers, asks, caller => connections[caller].Ask(EchoRequest));

    public void Dispose()
    {
        foreach (var connection in connections)
        {
            connection.Dispose();
        }
    }

    private Task Move(int caller)
    {
        var (id, to) = plan.Next(caller);
        return connections[caller].Ask(HttpConnection.Post($"/api/cases/{id}/status", $$"""{"to":"{{to}}"}""", Ann));
    }
}
