using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary><c>POST /api/cases/{id}/children</c> and <c>DELETE /api/cases/{id}/children/{child}</c>, asked of the parent</summary>
internal static class Children
{
    /// <param name="Cases">The ids of the cases that become its children.</param>
    public sealed record Request(ImmutableArray<Guid>? Cases = null);

    public static void Map(IEndpointRouteBuilder cases)
    {
        cases
            .MapPost(
                "/{id}/children",
                (HttpContext context, string id, CaseDoor door) =>
                    door.Ask(
                        context,
                        id,
                        CaseRequests.Default.AddChildren,
                        (request, by, at) =>
                            (
                                new CaseCommand.AddChildren([.. (request.Cases ?? []).Select(one => new CaseId(one))])
                                {
                                    By = by,
                                    At = at,
                                },
                                null
                            )
                    )
            )
            .Needs(Rights.To("add-children"))
            .WithName("AddChildren")
            .WithSummary("Make other cases its children")
            .AsCaseCommand<Request>();

        cases
            .MapDelete(
                "/{id}/children/{child:guid}",
                (HttpContext context, string id, Guid child, CaseDoor door) =>
                    door.Ask(
                        context,
                        id,
                        CaseRequests.Default.NoBody,
                        (_, by, at) => (new CaseCommand.RemoveChild(new CaseId(child)) { By = by, At = at }, null)
                    )
            )
            .Needs(Rights.To("remove-child"))
            .WithName("RemoveChild")
            .WithSummary("Let a child stand on its own")
            .AsCaseCommand<NoBody>();
    }
}
