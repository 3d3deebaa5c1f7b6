using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Host.Workflows.Effects;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Workflows.Api;

/// <summary><c>GET /api/workflows/incidents</c>, <c>POST /api/workflows/incidents/{id}/retry|skip|cancel</c></summary>
internal static class Incidents
{
    public static void Map(IEndpointRouteBuilder workflows)
    {
        workflows
            .MapGet("/incidents", List)
            .Needs(Rights.ReadInstances)
            .WithName("ListIncidents")
            .WithSummary("What could not be done, the newest first")
            .Produces<Page<IncidentView>>()
            .ProducesProblems(400, 401);
        Map(workflows, "retry", "Do it again");
        Map(workflows, "skip", "Go on behind it, as if it had been done");
        Map(workflows, "cancel", "End the instance");
    }

    private static void Map(IEndpointRouteBuilder workflows, string verb, string summary) =>
        workflows
            .MapPost(
                $"/incidents/{{id}}/{verb}",
                (
                    HttpContext context,
                    string id,
                    IncidentDesk desk,
                    HiddenCases hidden,
                    IDbContextFactory<CaseFlowDb> databases
                ) => Decide(context, id, verb, desk, hidden, databases)
            )
            .Needs(Rights.MendInstances)
            .WithName($"{char.ToUpperInvariant(verb[0])}{verb[1..]}Incident")
            .WithSummary(summary)
            .Produces<IncidentView>()
            .ProducesProblems(401, 403, 404, 409);

    /// <param name="status"><c>open</c>, which it is without saying, <c>retried</c>, <c>skipped</c>, <c>cancelled</c> or <c>all</c>.</param>
    private static async Task<IResult> List(
        HttpContext context,
        string? workflow,
        string? status,
        int? limit,
        string? cursor,
        HiddenCases hidden,
        IDbContextFactory<CaseFlowDb> databases,
        CancellationToken cancellation
    )
    {
        if (Paging.Read(limit, cursor, out var most, out var after) is { } problem)
        {
            return problem;
        }

        var wanted = status ?? WorkflowIncidentRow.Open;
        if (
            wanted
            is not (
                WorkflowIncidentRow.Open
                or WorkflowIncidentRow.Retried
                or WorkflowIncidentRow.Skipped
                or WorkflowIncidentRow.Cancelled
                or "all"
            )
        )
        {
            return ApiProblem.Malformed("'status' is open, retried, skipped, cancelled or all.");
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = db.WorkflowIncidents.AsNoTracking();
        rows = wanted == "all" ? rows : rows.Where(row => row.Status == wanted);
        rows = workflow is null ? rows : rows.Where(row => row.Definition == workflow);
        if (after is not null)
        {
            if (
                after.Split(' ', 2) is not [var ticks, var last]
                || !long.TryParse(ticks, CultureInfo.InvariantCulture, out var number)
            )
            {
                return Paging.BadCursor;
            }

            var at = new DateTimeOffset(Math.Clamp(number, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);
            rows = rows.Where(row => row.At < at || (row.At == at && row.Id.CompareTo(last) < 0));
        }

        var found = await rows.OrderByDescending(row => row.At)
            .ThenByDescending(row => row.Id)
            .Take(most + 1)
            .ToListAsync(cancellation);
        var page = Paging.PageOf(
            [.. found.Select(IncidentView.Of)],
            most,
            (IncidentView one) => FormattableString.Invariant($"{one.At.UtcTicks} {one.Id}")
        );
        var about = await About(db, [.. page.Items.Select(one => one.Instance)], cancellation);
        var seen = await hidden.Visible(
            context.Actor(),
            page.Items,
            one => [about.GetValueOrDefault(one.Instance)],
            cancellation
        );
        return TypedResults.Ok(page with { Items = seen });
    }

    /// <summary>What each of these instances is about.</summary>
    private static Task<Dictionary<string, string?>> About(
        CaseFlowDb db,
        List<string> instances,
        CancellationToken cancellation
    ) =>
        db
            .WorkflowInstances.AsNoTracking()
            .Where(row => instances.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.CorrelationId, StringComparer.Ordinal, cancellation);

    private static async Task<IResult> Decide(
        HttpContext context,
        string id,
        string verb,
        IncidentDesk desk,
        HiddenCases hidden,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        await using (var db = await databases.CreateDbContextAsync(context.RequestAborted))
        {
            var about = await (
                from incident in db.WorkflowIncidents
                join instance in db.WorkflowInstances on incident.Instance equals instance.Id
                where incident.Id == id
                select instance.CorrelationId
            ).FirstOrDefaultAsync(context.RequestAborted);
            if (await hidden.IsAbout(context.Actor(), about, context.RequestAborted))
            {
                return ApiProblem.NotFound($"There is no incident '{id}'.");
            }
        }

        return await desk.Decide(id, verb, context.Actor().User, context.RequestAborted) switch
        {
            ({ } decided, _) => TypedResults.Ok(IncidentView.Of(decided)),
            (_, { } problem) => problem,
            _ => ApiProblem.NotFound($"There is no incident '{id}'."),
        };
    }
}
