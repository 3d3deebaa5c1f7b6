using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary><c>GET /api/cases</c>: filtered, searched, in an order, paged by key.</summary>
internal static class ListCases
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet(
                "/",
                (
                    HttpContext context,
                    [AsParameters] CaseFilter filter,
                    string? sort,
                    int? limit,
                    string? cursor,
                    CaseList list
                ) => list.Answer(filter, sort, limit, cursor, context.Actor(), context.RequestAborted)
            )
            .Needs(Rights.ReadCases)
            .WithName(nameof(ListCases))
            .WithSummary("List or search cases")
            .AsCaseRead()
            .Produces<Page<CaseShape>>();
}
