using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Activities;

/// <summary><c>POST /api/activities/{id}/complete|cancel</c></summary>
internal static class CloseActivity
{
    /// <param name="Minutes">How long it took; nothing where it is left out.</param>
    public sealed record Completion(int? Minutes = null);

    public static void Map(IEndpointRouteBuilder activities)
    {
        activities
            .MapPost(
                "/{id:guid}/complete",
                async (HttpContext context, Guid id, CaseDoor door, IDbContextFactory<CaseFlowDb> databases) =>
                    await CaseOf(context, id, door, databases) is { } of
                        ? await door.Ask(
                            context,
                            of,
                            CaseRequests.Default.Completion,
                            (request, by, at) =>
                                (new CaseCommand.CompleteActivity(id, request.Minutes) { By = by, At = at }, null)
                        )
                        : NoSuchActivity(id)
            )
            .Needs(Rights.To("complete-activity"))
            .WithName("CompleteActivity")
            .WithSummary("It is done")
            .AsCaseCommand<Completion>();

        activities
            .MapPost(
                "/{id:guid}/cancel",
                async (HttpContext context, Guid id, CaseDoor door, IDbContextFactory<CaseFlowDb> databases) =>
                    await CaseOf(context, id, door, databases) is { } of
                        ? await door.Ask(
                            context,
                            of,
                            CaseRequests.Default.NoBody,
                            (_, by, at) => (new CaseCommand.CancelActivity(id) { By = by, At = at }, null)
                        )
                        : NoSuchActivity(id)
            )
            .Needs(Rights.To("cancel-activity"))
            .WithName("CancelActivity")
            .WithSummary("It will not be done")
            .AsCaseCommand<NoBody>();
    }

    private static async Task<string?> CaseOf(
        HttpContext context,
        Guid activity,
        CaseDoor door,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var of = await db
            .Activities.Where(row => row.Id == activity)
            .Select(row => (Guid?)row.CaseId)
            .SingleOrDefaultAsync(context.RequestAborted);
        return of is { } id && await door.MaySee(context, new CaseId(id)) ? id.ToString() : null;
    }

    public static ApiProblem NoSuchActivity(Guid id) =>
        new(StatusCodes.Status404NotFound, "no-such-activity", $"There is no activity {id}.");
}
