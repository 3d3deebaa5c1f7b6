using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary><c>POST /api/cases/{id}/undo</c></summary>
internal static class UndoChange
{
    /// <param name="Token">As the case says it in <c>undo</c>.</param>
    public sealed record Request(string? Token = null);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id}/undo", Handle)
            .Needs(Rights.To("undo"))
            .WithName(nameof(UndoChange))
            .WithSummary("Take back one's own last change")
            .AsCaseCommand<Request>();

    private static Task<IResult> Handle(HttpContext context, string id, CaseDoor door) =>
        door.Ask(
            context,
            id,
            CaseRequests.Default.UndoChange,
            (request, by, at) =>
                string.IsNullOrEmpty(request.Token)
                    ? (null, Needs.Field("token", "Name the change by the 'token' that the case has in 'undo'."))
                    : (new CaseCommand.Undo(request.Token) { By = by, At = at }, null)
        );
}
