using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Search;

/// <summary><c>POST /api/cases/{id}/similar</c></summary>
internal static class LinkSimilar
{
    /// <param name="CaseId">The other case.</param>
    /// <param name="SolutionFound">What resolved that one resolves this one.</param>
    public sealed record Request(Guid? CaseId = null, bool SolutionFound = false);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id}/similar", Handle)
            .Needs(Rights.To("link-similar"))
            .WithName(nameof(LinkSimilar))
            .WithSummary("Link a case that is like this one, and say whether the solution was found there")
            .AsCaseCommand<Request>();

    private static Task<IResult> Handle(HttpContext context, string id, CaseDoor door) =>
        door.Ask(context, id, CaseRequests.Default.LinkSimilar, Read);

    public static (CaseCommand? Command, ApiProblem? Problem) Read(Request request, Actor by, DateTimeOffset at) =>
        request.CaseId is { } other
            ? (new CaseCommand.LinkSimilar(new CaseId(other), request.SolutionFound) { By = by, At = at }, null)
            : (null, Needs.Field("caseId", "Name the case that is like this one."));
}
