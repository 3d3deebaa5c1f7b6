using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary><c>POST /api/cases/{id}/merge</c> and <c>/unmerge</c>, asked of the case that survives</summary>
internal static class MergeCases
{
    /// <param name="Cases">The ids of the cases that become part of this one.</param>
    /// <param name="Choose">By field, the case whose value the survivor takes; its own where none is named.</param>
    public sealed record Request(
        ImmutableArray<Guid>? Cases = null,
        ImmutableSortedDictionary<string, Guid>? Choose = null
    );

    /// <param name="CaseId">The case to let go; it can be left out where only one is part of this one.</param>
    /// <param name="Activities">Of those added here since the merge: which go along.</param>
    public sealed record Undo(Guid? CaseId = null, ImmutableArray<Guid>? Activities = null);

    public static void Map(IEndpointRouteBuilder cases)
    {
        cases
            .MapPost(
                "/{id}/merge",
                (HttpContext context, string id, CaseDoor door) =>
                    door.Ask(
                        context,
                        id,
                        CaseRequests.Default.MergeCases,
                        (request, by, at) => (Command(request, by, at), null)
                    )
            )
            .Needs(Rights.To("merge"))
            .WithName(nameof(MergeCases))
            .WithSummary("Make other cases part of this one")
            .AsCaseCommand<Request>();

        cases
            .MapPost(
                "/{id}/unmerge",
                (HttpContext context, string id, CaseDoor door) =>
                    door.Ask(
                        context,
                        id,
                        CaseRequests.Default.UnmergeCase,
                        (request, by, at) => (Command(request, by, at), null)
                    )
            )
            .Needs(Rights.To("unmerge"))
            .WithName("UnmergeCase")
            .WithSummary("Let a merged case go again, as it was")
            .AsCaseCommand<Undo>();
    }

    private static CaseCommand.Merge Command(Request request, Actor by, DateTimeOffset at) =>
        new(
            [.. (request.Cases ?? []).Select(id => new CaseId(id))],
            (request.Choose ?? ImmutableSortedDictionary<string, Guid>.Empty).ToImmutableSortedDictionary(
                choice => choice.Key,
                choice => new CaseId(choice.Value),
                StringComparer.Ordinal
            )
        )
        {
            By = by,
            At = at,
        };

    private static CaseCommand.Unmerge Command(Undo request, Actor by, DateTimeOffset at) =>
        new(request.CaseId is { } id ? new CaseId(id) : null, request.Activities ?? []) { By = by, At = at };
}
