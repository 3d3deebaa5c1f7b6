using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using CaseFlow.Workflows.Running.State;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Workflows.Api;

/// <summary>
/// <c>GET /api/workflows/{id}/instances</c>, <c>GET /api/workflows/instances/{id}</c>,
/// <c>POST /api/workflows/instances/{id}/cancel</c>
/// </summary>
internal static class ReadInstances
{
    /// <param name="Lines">What it wrote, in order; the last thousand lines.</param>
    public sealed record InstanceDetails(
        InstanceView Instance,
        ImmutableArray<IncidentView> Incidents,
        ImmutableArray<LineView> Lines
    );

    public sealed record LineView(DateTimeOffset At, string Text);

    /// <summary>An instance in a list.</summary>
    public sealed record InstanceLine(
        string Id,
        string Workflow,
        string Hash,
        string? Name,
        string? CorrelationId,
        string Status,
        string SubStatus,
        DateTimeOffset CreatedAt,
        DateTimeOffset UpdatedAt,
        DateTimeOffset? FinishedAt
    );

    private const int MostLines = 1_000;

    public static void Map(IEndpointRouteBuilder workflows)
    {
        workflows
            .MapGet("/{id}/instances", List)
            .Needs(Rights.ReadInstances)
            .WithName("ListInstances")
            .WithSummary("Its instances, the newest first")
            .Produces<Page<InstanceLine>>()
            .ProducesProblems(400, 401);
        workflows
            .MapGet("/instances/{id}", Read)
            .Needs(Rights.ReadInstances)
            .WithName("ReadInstance")
            .WithSummary("Where it stands, its variables, incidents and lines")
            .Produces<InstanceDetails>()
            .ProducesProblems(401, 404);
        workflows
            .MapPost("/instances/{id}/cancel", Cancel)
            .Needs(Rights.MendInstances)
            .WithName("CancelInstance")
            .WithSummary("End it where it stands; what it still wanted done is not done")
            .Produces<InstanceView>()
            .ProducesProblems(401, 403, 404, 409);
    }

    /// <param name="status"><c>running</c>, <c>finished</c>, <c>suspended</c>, <c>cancelled</c> or <c>faulted</c>.</param>
    private static async Task<IResult> List(
        HttpContext context,
        string id,
        string? status,
        string? correlationId,
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

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = db.WorkflowInstances.AsNoTracking().Where(row => row.Definition == id);
        if (status is not null)
        {
            if (Find<InstanceSubStatus>(status) is { } sub && sub != InstanceSubStatus.Finished)
            {
                var name = sub.ToString();
                rows = rows.Where(row => row.SubStatus == name);
            }
            else if (Find<InstanceStatus>(status) is { } whole)
            {
                var name = whole.ToString();
                rows = rows.Where(row => row.Status == name);
            }
            else
            {
                return ApiProblem.Malformed("'status' is running, finished, suspended, cancelled or faulted.");
            }
        }

        rows = correlationId is null ? rows : rows.Where(row => row.CorrelationId == correlationId);
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
            rows = rows.Where(row => row.CreatedAt < at || (row.CreatedAt == at && row.Id.CompareTo(last) < 0));
        }

        var found = await rows.OrderByDescending(row => row.CreatedAt)
            .ThenByDescending(row => row.Id)
            .Take(most + 1)
            .ToListAsync(cancellation);
        var page = Paging.PageOf(
            [.. found.Select(Line)],
            most,
            (InstanceLine one) => FormattableString.Invariant($"{one.CreatedAt.UtcTicks} {one.Id}")
        );
        var seen = await hidden.Visible(context.Actor(), page.Items, one => [one.CorrelationId], cancellation);
        return TypedResults.Ok(page with { Items = seen });
    }

    private static async Task<IResult> Read(
        HttpContext context,
        string id,
        WorkflowJournal journal,
        HiddenCases hidden,
        IDbContextFactory<CaseFlowDb> databases,
        CancellationToken cancellation
    )
    {
        if (
            await journal.Load(id) is not { } stored
            || await hidden.IsAbout(context.Actor(), stored.State.CorrelationId, cancellation)
        )
        {
            return WorkflowRules.NoSuchInstance(id);
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var incidents = await db
            .WorkflowIncidents.AsNoTracking()
            .Where(row => row.Instance == id)
            .OrderBy(row => row.At)
            .ToListAsync(cancellation);
        var lines = await db
            .WorkflowLines.AsNoTracking()
            .Where(row => row.Instance == id)
            .OrderByDescending(row => row.Burst)
            .ThenByDescending(row => row.Number)
            .Take(MostLines)
            .ToListAsync(cancellation);
        return TypedResults.Ok(
            new InstanceDetails(
                InstanceView.Of(stored),
                [.. incidents.Select(IncidentView.Of)],
                [.. lines.AsEnumerable().Reverse().Select(line => new LineView(line.At, line.Text))]
            )
        );
    }

    private static async Task<IResult> Cancel(
        HttpContext context,
        string id,
        IGrainFactory grains,
        WorkflowJournal journal,
        HiddenCases hidden
    )
    {
        if (
            await journal.Load(id) is { } stored
            && await hidden.IsAbout(context.Actor(), stored.State.CorrelationId, context.RequestAborted)
        )
        {
            return WorkflowRules.NoSuchInstance(id);
        }

        var turn = (await grains.Workflow(id).Cancel(context.Actor().User)).Value;
        return turn switch
        {
            { Kind: WorkflowTurnKind.Done, After: { } after } => TypedResults.Ok(InstanceView.Of(after)),
            { Kind: WorkflowTurnKind.NoSuchInstance } => WorkflowRules.NoSuchInstance(id),
            _ => new ApiProblem(409, "instance-ended", turn.Why ?? "The instance has ended."),
        };
    }

    private static T? Find<T>(string word)
        where T : struct, Enum =>
        Enum.TryParse<T>(word, ignoreCase: true, out var one) && Enum.IsDefined(one) && !char.IsDigit(word[0])
            ? one
            : null;

    private static InstanceLine Line(WorkflowInstanceRow row) =>
        new(
            row.Id,
            row.Definition,
            row.Hash,
            row.Name,
            row.CorrelationId,
            InstanceView.Word(Enum.Parse<InstanceStatus>(row.Status)),
            InstanceView.Word(Enum.Parse<InstanceSubStatus>(row.SubStatus)),
            row.CreatedAt,
            row.UpdatedAt,
            row.FinishedAt
        );
}
