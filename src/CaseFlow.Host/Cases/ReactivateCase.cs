using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary><c>POST /api/cases/{id}/reactivate</c></summary>
internal static class ReactivateCase
{
    /// <param name="Status">An active status; the first that can be reached where it is left out.</param>
    public sealed record Request(string? Status = null, string? Reason = null);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id}/reactivate", Handle)
            .Needs(Rights.To("reactivate"))
            .WithName(nameof(ReactivateCase))
            .WithSummary("Make a closed case active again")
            .AsCaseCommand<Request>();

    private static Task<IResult> Handle(HttpContext context, string id, CaseDoor door) =>
        door.Ask(context, id, CaseRequests.Default.ReactivateCase, Read);

    public static (CaseCommand? Command, ApiProblem? Problem) Read(Request request, Actor by, DateTimeOffset at) =>
        (new CaseCommand.Reactivate(request.Status, request.Reason) { By = by, At = at }, null);
}
