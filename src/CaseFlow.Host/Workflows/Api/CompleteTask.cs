using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using CaseFlow.Workflows.Running.State;
using CaseFlow.Workflows.Values;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Workflows.Api;

/// <summary><c>GET /api/tasks</c>, <c>POST /api/tasks/{id}/complete</c>: what workflows want outside programs to do.</summary>
internal static class CompleteTask
{
    /// <param name="Result">What the activity gives as its result.</param>
    public sealed record Request(JsonElement? Result = null);

    /// <summary>A task that an instance waits for.</summary>
    /// <param name="Payload">What the workflow says about it.</param>
    public sealed record TaskView(
        string Id,
        string? Name,
        string Instance,
        string? CorrelationId,
        DateTimeOffset At,
        JsonElement Payload
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithTags("Workflows");
        tasks
            .MapGet("/", List)
            .Needs(Rights.DoTasks)
            .WithName("ListTasks")
            .WithSummary("What workflows wait for outside programs to do, the oldest first")
            .Produces<Page<TaskView>>()
            .ProducesProblems(400, 401);
        tasks
            .MapPost("/{id}/complete", Complete)
            .Needs(Rights.DoTasks)
            .WithName(nameof(CompleteTask))
            .WithSummary("Report that a task is done")
            .Accepts<Request>(isOptional: true, "application/json")
            .Produces<InstanceView>()
            .ProducesProblems(400, 401, 404, 413);
    }

    private static async Task<IResult> List(
        HttpContext context,
        string? name,
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
        var rows = db.WorkflowBookmarks.AsNoTracking().Where(row => row.Kind == nameof(BookmarkKind.Task));
        rows = name is null ? rows : rows.Where(row => row.Name == name);
        rows = after is null ? rows : rows.Where(row => row.Id.CompareTo(after) > 0);
        var found = await rows.OrderBy(row => row.Id).Take(most + 1).ToListAsync(cancellation);
        var page = Paging.PageOf([.. found.Select(View)], most, (TaskView one) => one.Id);
        var seen = await hidden.Visible(context.Actor(), page.Items, one => [one.CorrelationId], cancellation);
        return TypedResults.Ok(page with { Items = seen });
    }

    private static async Task<IResult> Complete(
        HttpContext context,
        string id,
        IGrainFactory grains,
        HiddenCases hidden,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        var (request, _, problem) = await JsonBody.Read(context, WorkflowRequests.Default.CompleteTask);
        if (problem is not null)
        {
            return problem;
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var wait = await db
            .WorkflowBookmarks.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.Kind == nameof(BookmarkKind.Task), context.RequestAborted);
        if (wait is null || await hidden.IsAbout(context.Actor(), wait.CorrelationId, context.RequestAborted))
        {
            return NoSuchTask(id);
        }

        var answer = request!.Result is { } given ? ValueJson.Read(given) : null;
        var turn = await grains.Workflow(wait.Instance).Resume(new(new WorkflowResume(id) { Answer = answer }));
        return turn.Value is { Kind: WorkflowTurnKind.Done, After: { } now }
            ? TypedResults.Ok(InstanceView.Of(now))
            : NoSuchTask(id);
    }

    private static ApiProblem NoSuchTask(string id) =>
        ApiProblem.NotFound($"No workflow waits for a task '{id}'; it may be completed already.");

    private static TaskView View(WorkflowBookmarkRow row) =>
        new(
            row.Id,
            row.Name,
            row.Instance,
            row.CorrelationId,
            row.At,
            JsonElement.Parse(ValueJson.Write(row.Detail("payload")))
        );
}
