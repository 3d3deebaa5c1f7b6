using System.Globalization;
using System.Text;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Running;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Workflows.Api;

/// <summary><c>GET /api/workflows</c>, <c>GET /api/workflows/{id}</c>, <c>GET /api/workflows/{id}/versions</c></summary>
internal static class ListWorkflows
{
    /// <param name="Errors">What is wrong with the file as it is saved now; the version shown runs on meanwhile.</param>
    /// <param name="Warnings">What runs, and most likely not as it was meant.</param>
    /// <param name="Triggers">What starts it.</param>
    public sealed record WorkflowView(
        string Id,
        string? Name,
        string? Description,
        int? Version,
        string? Hash,
        DateTimeOffset? PublishedAt,
        string? PublishedBy,
        string? File,
        ImmutableArray<TriggerView> Triggers,
        ImmutableArray<ProblemView> Errors,
        ImmutableArray<ProblemView> Warnings
    );

    /// <param name="Failure">Why it starts nothing; null where it does.</param>
    public sealed record TriggerView(string Activity, string Kind, string? Name, DateTimeOffset? Due, string? Failure);

    public sealed record WorkflowVersionView(
        int Version,
        string Hash,
        DateTimeOffset PublishedAt,
        string PublishedBy,
        string File,
        string? Source
    );

    public static void Map(IEndpointRouteBuilder workflows)
    {
        workflows
            .MapGet("/", List)
            .Needs(Rights.ReadDefinitions)
            .WithName("ListWorkflows")
            .WithSummary("The workflows, with what is wrong with their files as they are saved now")
            .Produces<Page<WorkflowView>>()
            .ProducesProblems(401);
        workflows
            .MapGet("/{id}", Read)
            .Needs(Rights.ReadDefinitions)
            .WithName("ReadWorkflow")
            .WithSummary("The newest version, with its file")
            .Produces<WorkflowVersionView>()
            .ProducesProblems(401, 404);
        workflows
            .MapGet("/{id}/versions", Versions)
            .Needs(Rights.ReadDefinitions)
            .WithName("ListWorkflowVersions")
            .WithSummary("Its versions, the newest first")
            .Produces<Page<WorkflowVersionView>>()
            .ProducesProblems(400, 401, 404);
    }

    public static ImmutableArray<ProblemView> Views(ImmutableArray<WorkflowWarning> warnings) =>
        [.. warnings.Select(one => new ProblemView(one.File, one.Line, one.Column, one.Code, one.Message))];

    private static Ok<Page<WorkflowView>> List(
        WorkflowCatalog catalog,
        WorkflowFolder folder,
        WorkflowTriggers triggers
    )
    {
        var states = folder.States.Values;
        var published = catalog.All.Values.Select(one => View(one, states, triggers.Of(one)));
        var neverRead = states
            .Where(state => !state.Problems.IsEmpty && catalog.All.Values.All(one => one.File != state.File))
            .Select(state => new WorkflowView(
                state.File[..state.File.IndexOf('.', StringComparison.Ordinal)],
                null,
                null,
                null,
                null,
                null,
                null,
                state.File,
                [],
                ProblemView.Of(state.Problems),
                Views(state.Warnings)
            ));
        return TypedResults.Ok(new Page<WorkflowView>([.. published, .. neverRead], null));
    }

    private static WorkflowView View(
        PublishedWorkflow one,
        IEnumerable<WorkflowFolder.FileState> states,
        IReadOnlyList<WorkflowTrigger> triggers
    )
    {
        var state = states.FirstOrDefault(state => state.File == one.File);
        return new(
            one.Definition.DefinitionId,
            one.Definition.Name,
            one.Definition.Description,
            one.Number,
            one.Hash,
            one.At,
            one.By,
            one.File,
            [
                .. triggers.Select(trigger => new TriggerView(
                    trigger.ActivityId,
                    trigger.ActivityType,
                    trigger.Name,
                    trigger.DueAt,
                    trigger.Failure
                )),
            ],
            ProblemView.Of(state?.Problems ?? []),
            Views(state?.Warnings ?? [])
        );
    }

    private static async Task<IResult> Read(
        string id,
        WorkflowCatalog catalog,
        IDbContextFactory<CaseFlowDb> databases,
        CancellationToken cancellation
    )
    {
        if (catalog.Newest(id) is not { } published)
        {
            return WorkflowRules.NoSuchWorkflow(id);
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var row = await db
            .WorkflowVersions.AsNoTracking()
            .SingleAsync(one => one.Definition == id && one.Number == published.Number, cancellation);
        return TypedResults.Ok(
            new WorkflowVersionView(
                row.Number,
                row.Hash,
                row.PublishedAt,
                row.PublishedBy,
                row.File,
                Encoding.UTF8.GetString(row.Source)
            )
        );
    }

    private static async Task<IResult> Versions(
        string id,
        int? limit,
        string? cursor,
        WorkflowCatalog catalog,
        IDbContextFactory<CaseFlowDb> databases,
        CancellationToken cancellation
    )
    {
        if (Paging.Read(limit, cursor, out var most, out var after) is { } problem)
        {
            return problem;
        }

        var before = int.MaxValue;
        if (after is not null && !int.TryParse(after, CultureInfo.InvariantCulture, out before))
        {
            return Paging.BadCursor;
        }

        if (catalog.Newest(id) is null)
        {
            return WorkflowRules.NoSuchWorkflow(id);
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await db
            .WorkflowVersions.AsNoTracking()
            .Where(row => row.Definition == id && row.Number < before)
            .OrderByDescending(row => row.Number)
            .Take(most + 1)
            .Select(row => new WorkflowVersionView(
                row.Number,
                row.Hash,
                row.PublishedAt,
                row.PublishedBy,
                row.File,
                null
            ))
            .ToListAsync(cancellation);
        return TypedResults.Ok(Paging.PageOf(rows, most, row => $"{row.Version}"));
    }
}
