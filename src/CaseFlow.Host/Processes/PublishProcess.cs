using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Processes;

/// <summary>
/// <c>POST /api/processes/validate</c>, <c>/impact</c> and <c>/publish</c>. The body is the YAML itself, or JSON
/// <c>{ "source": "...", "scenarios": "...", "files": { "holidays.ics": "..." } }</c>: what comes together is checked together.
/// </summary>
internal static class PublishProcess
{
    /// <param name="Source">The YAML text of the definition.</param>
    /// <param name="Scenarios">The YAML text of its scenarios, which must pass where they come along.</param>
    /// <param name="Files">The texts of the files of holidays that it names, by name.</param>
    /// <param name="Migrate">Where open cases go that stand where the definition knows nothing; it is written into its text.</param>
    public sealed record Request(
        string? Source = null,
        string? Scenarios = null,
        ImmutableSortedDictionary<string, string>? Files = null,
        MigrationShape? Migrate = null
    );

    /// <param name="Impact">What it means for the open cases.</param>
    public sealed record Answer(
        string? Process,
        bool Valid,
        int? Version,
        string? Hash,
        bool Changed,
        ImmutableArray<ProblemView> Errors,
        ProcessImpact? Impact
    );

    public static void Map(IEndpointRouteBuilder processes)
    {
        processes
            .MapPost("/validate", (Delegate)Validate)
            .Needs(Rights.CheckDefinitions)
            .WithName("ValidateProcess")
            .Describe();
        processes
            .MapPost("/impact", (Delegate)Impact)
            .Needs(Rights.TryDefinitions)
            .WithName("ProcessImpact")
            .Describe();
        processes.MapPost("/publish", Handle).Needs(Rights.PublishDefinitions).WithName("PublishProcess").Describe();
    }

    private static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint) =>
        endpoint
            .Accepts<Request>("application/json", "application/yaml", "application/x-yaml", "text/yaml", "text/plain")
            .Produces<Answer>()
            .ProducesProblems(400, 401, 403, 413, 422);

    private static async Task<IResult> Validate(HttpContext context, DefinitionsInUse inUse)
    {
        var (draft, problem) = await ReadDraft(context);
        return problem is not null
            ? problem
            : (
                await inUse.Check(draft!, context.RequestAborted) switch
                {
                    DraftCheck.Ready(var process) => TypedResults.Ok(Valid(process, null)),
                    DraftCheck.Broken(var found) => TypedResults.Ok(Invalid(found)),
                    DraftCheck.ScenariosFailed(var failures) => TypedResults.Ok(Invalid(failures)),
                    _ => throw new InvalidOperationException(),
                }
            );
    }

    private static async Task<IResult> Impact(
        HttpContext context,
        ProcessImpactReader impact,
        DefinitionsInUse inUse,
        CaseScopes scopes
    )
    {
        var (draft, problem) = await ReadDraft(context);
        if (problem is not null)
        {
            return problem;
        }

        var check = await inUse.Check(draft!, context.RequestAborted);
        if (check is not DraftCheck.Ready(var process))
        {
            return ProcessBodies.Refuse(check);
        }

        var scope = await scopes.For(context.Actor(), context.RequestAborted);
        return TypedResults.Ok(Valid(process, await impact.Of(process, scope, context.RequestAborted)));
    }

    private static async Task<IResult> Handle(
        HttpContext context,
        ProcessPublisher publisher,
        ProcessImpactReader impact,
        DefinitionsInUse inUse
    )
    {
        var (draft, problem) = await ReadDraft(context);
        return problem ?? await Publish(context, draft!, publisher, impact, inUse);
    }

    /// <summary>Publishes what is fit for it, and answers with the version that it is now.</summary>
    public static async Task<IResult> Publish(
        HttpContext context,
        Draft draft,
        ProcessPublisher publisher,
        ProcessImpactReader impact,
        DefinitionsInUse inUse
    )
    {
        var check = await inUse.Check(draft, context.RequestAborted);
        if (check is not DraftCheck.Ready(var process))
        {
            return ProcessBodies.Refuse(check);
        }

        // Counted before, because right after it the first cases may have been carried over already.
        var foreseen = await impact.Of(process, null, context.RequestAborted);
        var (version, isNew) = await publisher.Publish(process, context.Actor().User, context.RequestAborted);
        return TypedResults.Ok(Ready(version, isNew, isNew ? foreseen : null));
    }

    private static Answer Valid(CaseProcess process, ProcessImpact? impact) =>
        new(process.Key, true, null, process.Hash, false, [], impact);

    private static Answer Invalid(ImmutableArray<Engine.Processes.Problem> found) =>
        new(null, false, null, null, false, ProblemView.Of(found), null);

    private static Answer Ready(PublishedProcess version, bool changed, ProcessImpact? impact) =>
        new(version.Process.Key, true, version.Number, version.Process.Hash, changed, [], impact);

    private static async Task<(Draft? Draft, ApiProblem? Problem)> ReadDraft(HttpContext context)
    {
        var (request, problem) = await ProcessBodies.Read(
            context,
            ProcessRequests.Default.Request,
            source => new Request(source)
        );
        return problem is null
            ? ProcessBodies.DraftOf(request!.Source, request.Scenarios, request.Files, request.Migrate)
            : (null, problem);
    }
}
