using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Bulk;

/// <summary><c>GET /api/bulk</c>, <c>GET /api/bulk/{id}</c>, <c>GET /api/bulk/{id}/results</c></summary>
internal static class ReadBulk
{
    /// <param name="Outcome"><c>changed</c>, <c>unchanged</c>, <c>refused</c> or <c>failed</c>; null while it was not reached.</param>
    /// <param name="Version">The case's version that the job left.</param>
    public sealed record Entry(int Position, Guid CaseId, string? Outcome, int? Version, string? Code, string? Detail);

    public static void Map(IEndpointRouteBuilder bulk)
    {
        bulk.MapGet("/{id:guid}", Read)
            .Needs(Rights.RunBulk)
            .WithName(nameof(ReadBulk))
            .WithSummary("How far a bulk job is")
            .Produces<BulkShape>()
            .ProducesProblems(401, 404);
        bulk.MapGet("/{id:guid}/results", Results)
            .Needs(Rights.RunBulk)
            .WithName("ReadBulkResults")
            .WithSummary("What came of each case of a bulk job")
            .Produces<Page<Entry>>()
            .ProducesProblems(400, 401, 404);
    }

    public static ApiProblem NoSuchJob(Guid id) => ApiProblem.NotFound($"There is no bulk job {id}.");

    private static async Task<IResult> Read(HttpContext context, Guid id, IDbContextFactory<CaseFlowDb> databases)
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        return await BulkJobs.Find(db, id, context.Actor(), context.RequestAborted) is { } job
            ? TypedResults.Ok(await BulkJobs.Show(db, job, context.RequestAborted))
            : NoSuchJob(id);
    }

    private static async Task<IResult> Results(
        HttpContext context,
        Guid id,
        string? outcome,
        int? limit,
        string? cursor,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        if (Paging.Read(limit, cursor, out var most, out var after) is { } problem)
        {
            return problem;
        }

        if (outcome is not null && !Outcome.All.Contains(outcome, StringComparer.Ordinal))
        {
            return ApiProblem.Malformed($"'outcome' is one of {string.Join(", ", Outcome.All)}.");
        }

        if (!int.TryParse(after ?? "0", CultureInfo.InvariantCulture, out var last))
        {
            return Paging.BadCursor;
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        if (await BulkJobs.Find(db, id, context.Actor(), context.RequestAborted) is null)
        {
            return NoSuchJob(id);
        }

        var rows = await db
            .BulkItems.AsNoTracking()
            .Where(row => row.JobId == id && row.Position > last && (outcome == null || row.Outcome == outcome))
            .OrderBy(row => row.Position)
            .Take(most + 1)
            .ToListAsync(context.RequestAborted);
        var page = Paging.PageOf(rows, most, row => row.Position.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Ok(new Page<Entry>([.. page.Items.Select(EntryOf)], page.Next));
    }

    private static Entry EntryOf(BulkItemRow row) =>
        new(row.Position, row.CaseId, row.Outcome, row.Version, row.Code, row.Detail);
}
