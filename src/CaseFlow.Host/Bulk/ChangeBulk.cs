using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Bulk;

/// <summary><c>POST /api/bulk/{id}/cancel</c>, <c>POST /api/bulk/{id}/undo</c></summary>
internal static class ChangeBulk
{
    public static void Map(IEndpointRouteBuilder bulk)
    {
        bulk.MapPost("/{id:guid}/cancel", Cancel)
            .Needs(Rights.RunBulk)
            .WithName("CancelBulk")
            .WithSummary("Leave the cases alone that were not reached yet")
            .Accepts<NoBody>(isOptional: true, "application/json")
            .Produces<BulkShape>()
            .ProducesProblems(400, 401, 404);
        bulk.MapPost("/{id:guid}/undo", Undo)
            .Needs(Rights.RunBulk)
            .WithName("UndoBulk")
            .WithSummary("Take it back where nobody has touched the case since")
            .Accepts<NoBody>(isOptional: true, "application/json")
            .Produces<BulkShape>(StatusCodes.Status202Accepted)
            .ProducesProblems(400, 401, 404, 409, 422);
    }

    private static async Task<IResult> Cancel(HttpContext context, Guid id, IDbContextFactory<CaseFlowDb> databases)
    {
        var cancellation = context.RequestAborted;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await BulkJobs.Find(db, id, context.Actor(), cancellation) is not { } job)
        {
            return ReadBulk.NoSuchJob(id);
        }

        while (job is { EndedAt: null, IsCancelled: false })
        {
            db.Entry(job).Property(row => row.IsCancelled).CurrentValue = true;
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                await db.Entry(job).ReloadAsync(cancellation); // a node has just taken it up
            }
        }

        return TypedResults.Ok(await BulkJobs.Show(db, job, cancellation));
    }

    private static async Task<IResult> Undo(
        HttpContext context,
        Guid id,
        KeptAnswers answers,
        BulkRunner runner,
        TimeProvider time
    )
    {
        var (_, bytes, malformed) = await JsonBody.Read(context, BulkRequests.Default.NoBody);
        if (malformed is not null)
        {
            return malformed;
        }

        var reply = await answers.Once(
            context,
            bytes,
            async db =>
            {
                var (by, cancellation) = (context.Actor(), context.RequestAborted);
                if (await BulkJobs.Find(db, id, by, cancellation) is not { } job)
                {
                    return CaseReply.Of(ReadBulk.NoSuchJob(id));
                }

                if (await CannotUndo(db, job, cancellation) is { } problem)
                {
                    return CaseReply.Of(problem);
                }

                var cases = await db
                    .BulkItems.Where(row => row.JobId == id && row.Outcome == Outcome.Changed)
                    .OrderByDescending(row => row.Position)
                    .Select(row => new
                    {
                        row.CaseId,
                        row.Found,
                        row.Version,
                    })
                    .ToListAsync(cancellation);
                return StartBulk.Accepted(
                    BulkJobs.Add(
                        db,
                        "undo",
                        "{}",
                        id,
                        [.. cases.Select(one => (one.CaseId, one.Found, one.Version))],
                        by,
                        time.GetUtcNow()
                    )
                );
            }
        );
        runner.Ring();
        return reply;
    }

    private static async Task<ApiProblem?> CannotUndo(CaseFlowDb db, BulkJobRow job, CancellationToken cancellation) =>
        job.EndedAt is null
            ? new(StatusCodes.Status409Conflict, "job-running", "The job is still running. Cancel it first, or wait.")
        : job.Undoes is not null
            ? new(
                StatusCodes.Status422UnprocessableEntity,
                "cannot-undo",
                "It took another job back itself; give the command again instead."
            )
        : await db.BulkJobs.AnyAsync(row => row.Undoes == job.Id, cancellation)
            ? new(StatusCodes.Status409Conflict, "already-undone", "The job was taken back already.")
        : null;
}
