using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary><c>POST /api/cases/{id}/assign</c></summary>
internal static class AssignCase
{
    /// <summary>A user or a team, one of the two.</summary>
    /// <param name="Note">What the new owner should know.</param>
    public sealed record Request(string? User = null, string? Team = null, string? Note = null);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id}/assign", Handle)
            .Needs(Rights.To("assign"))
            .WithName(nameof(AssignCase))
            .WithSummary("Give it to a user or a team")
            .AsCaseCommand<Request>();

    private static Task<IResult> Handle(HttpContext context, string id, CaseDoor door) =>
        door.Ask(context, id, CaseRequests.Default.AssignCase, Read);

    public static (CaseCommand? Command, ApiProblem? Problem) Read(Request request, Actor by, DateTimeOffset at) =>
        (new CaseCommand.Assign(request.User, request.Team, request.Note) { By = by, At = at }, null);
}
