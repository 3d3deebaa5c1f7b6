using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Host.Workflows.Api;

/// <summary><c>POST /api/workflows/{id}/run</c></summary>
internal static class RunWorkflow
{
    /// <param name="Input">By the names of its inputs.</param>
    /// <param name="CorrelationId">What the instance is about, so that events find it.</param>
    public sealed record Request(
        ImmutableSortedDictionary<string, JsonElement>? Input = null,
        string? CorrelationId = null
    );

    public static void Map(IEndpointRouteBuilder workflows) =>
        workflows
            .MapPost("/{id}/run", Handle)
            .Needs(Rights.RunWorkflows)
            .WithName(nameof(RunWorkflow))
            .WithSummary("Start an instance; the answer is how it stands when it first waits or has ended")
            .Accepts<Request>(isOptional: true, "application/json")
            .Produces<InstanceView>(StatusCodes.Status201Created)
            .ProducesProblems(400, 401, 404, 409, 413);

    private static async Task<IResult> Handle(
        HttpContext context,
        string id,
        IGrainFactory grains,
        WorkflowCatalog catalog,
        TimeProvider time
    )
    {
        var (request, _, problem) = await JsonBody.Read(context, WorkflowRequests.Default.RunWorkflow);
        if (problem is not null)
        {
            return problem;
        }

        if (catalog.Newest(id) is null)
        {
            return WorkflowRules.NoSuchWorkflow(id);
        }

        var instance = WorkflowIds.ForKey(context, context.Actor().User, time);
        var input = (request!.Input ?? ImmutableSortedDictionary<string, JsonElement>.Empty).ToImmutableDictionary(
            one => one.Key,
            one => ValueJson.Read(one.Value),
            StringComparer.Ordinal
        );
        var start = new WorkflowStart(id) { Input = input, CorrelationId = request.CorrelationId };
        var turn = (await grains.Workflow(instance).Start(new(start))).Value;
        return turn switch
        {
            { After: { } after } => TypedResults.Created(
                $"/api/workflows/instances/{instance}",
                InstanceView.Of(after)
            ),
            { Kind: WorkflowTurnKind.NotBesideOthers } => new ApiProblem(409, "workflow-runs-already", turn.Why!),
            _ => WorkflowRules.NoSuchWorkflow(id),
        };
    }
}
