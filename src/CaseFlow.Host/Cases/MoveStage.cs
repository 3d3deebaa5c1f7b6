using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary><c>POST /api/cases/{id}/stage</c></summary>
internal static class MoveStage
{
    /// <param name="To"><c>next</c>, <c>back</c>, or the key of a stage.</param>
    /// <param name="Reason">Asked for where the move leaves the path.</param>
    public sealed record Request(string? To = null, string? Reason = null);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id}/stage", Handle)
            .Needs(Rights.To("stage"))
            .WithName(nameof(MoveStage))
            .WithSummary("Go to the next stage, back, or to a named one")
            .AsCaseCommand<Request>();

    private static Task<IResult> Handle(HttpContext context, string id, CaseDoor door) =>
        door.Ask(context, id, CaseRequests.Default.MoveStage, Read);

    public static (CaseCommand? Command, ApiProblem? Problem) Read(Request request, Actor by, DateTimeOffset at) =>
        request.To is { Length: > 0 } to
            ? (new CaseCommand.MoveStage(to, request.Reason) { By = by, At = at }, null)
            : (null, Needs.Field("to", "Say where to: next, back, or the key of a stage."));
}
