using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary><c>POST /api/cases/{id}/queue</c></summary>
internal static class AddToQueue
{
    /// <param name="Worker">Who works on it there; whoever the queue finds where it is left out.</param>
    public sealed record Request(string? Queue = null, string? Worker = null);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id}/queue", Handle)
            .Needs(Rights.To("queue"))
            .WithName(nameof(AddToQueue))
            .WithSummary("Put it into a queue")
            .AsCaseCommand<Request>();

    private static Task<IResult> Handle(HttpContext context, string id, CaseDoor door) =>
        door.Ask(context, id, CaseRequests.Default.AddToQueue, Read);

    public static (CaseCommand? Command, ApiProblem? Problem) Read(Request request, Actor by, DateTimeOffset at) =>
        request.Queue is { Length: > 0 } queue
            ? (new CaseCommand.AddToQueue(queue, request.Worker) { By = by, At = at }, null)
            : (null, Needs.Field("queue", "Name the queue."));
}
