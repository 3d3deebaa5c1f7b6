using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary><c>POST /api/cases/{id}/cancel</c></summary>
internal static class CancelCase
{
    /// <param name="Status">A cancelled status; the first that can be reached where it is left out.</param>
    /// <param name="Into">With the status <c>merged</c>: the case that this one becomes part of.</param>
    public sealed record Request(string? Status = null, Guid? Into = null);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id}/cancel", Handle)
            .Needs(Rights.To("cancel"))
            .WithName(nameof(CancelCase))
            .WithSummary("End it as cancelled")
            .AsCaseCommand<Request>();

    private static Task<IResult> Handle(HttpContext context, string id, CaseDoor door) =>
        door.Ask(context, id, CaseRequests.Default.CancelCase, Read);

    public static (CaseCommand? Command, ApiProblem? Problem) Read(Request request, Actor by, DateTimeOffset at) =>
        (
            new CaseCommand.Cancel(request.Status, request.Into is { } into ? new CaseId(into) : null)
            {
                By = by,
                At = at,
            },
            null
        );
}
