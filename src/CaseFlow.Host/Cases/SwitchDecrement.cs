using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary><c>POST /api/cases/{id}/do-not-decrement</c></summary>
internal static class SwitchDecrement
{
    /// <param name="On">False: let the case take from its entitlement again.</param>
    /// <param name="Reason">Why; asked for where it is switched on.</param>
    public sealed record Request(bool On = true, string? Reason = null);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id}/do-not-decrement", Handle)
            .Needs(Rights.To("do-not-decrement"))
            .WithName(nameof(SwitchDecrement))
            .WithSummary("Take nothing from the entitlement, with a reason")
            .AsCaseCommand<Request>();

    private static Task<IResult> Handle(HttpContext context, string id, CaseDoor door) =>
        door.Ask(
            context,
            id,
            CaseRequests.Default.SwitchDecrement,
            (request, by, at) => (new CaseCommand.DoNotDecrement(request.On, request.Reason) { By = by, At = at }, null)
        );
}
