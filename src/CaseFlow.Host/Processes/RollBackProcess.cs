using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Processes;

/// <summary><c>POST /api/processes/{key}/rollback</c>: publishes an earlier version again, as a new one.</summary>
internal static class RollBackProcess
{
    /// <param name="Version">The number of the earlier version.</param>
    /// <param name="Migrate">Where open cases go that stand where it knows nothing; it is written into its text.</param>
    public sealed record Request(int? Version = null, MigrationShape? Migrate = null);

    public static void Map(IEndpointRouteBuilder processes) =>
        processes
            .MapPost("/{key}/rollback", Handle)
            .Needs(Rights.PublishDefinitions)
            .WithName("RollBackProcess")
            .WithSummary("Publish an earlier version again")
            .Accepts<Request>("application/json")
            .Produces<PublishProcess.Answer>()
            .ProducesProblems(400, 401, 403, 404, 413, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        string key,
        ProcessVersions versions,
        ProcessPublisher publisher,
        ProcessImpactReader impact,
        DefinitionsInUse inUse
    )
    {
        var (request, _, malformed) = await JsonBody.Read(context, ProcessRequests.Default.RollBack);
        if (malformed is not null)
        {
            return malformed;
        }

        if (versions.Live(key) is null)
        {
            return ProcessVersions.NoSuchProcess(key);
        }

        if (request!.Version is not { } number)
        {
            return Needs.Field("version", "Name the version to publish again.");
        }

        if (await versions.Row(key, number, context.RequestAborted) is not { } row)
        {
            return ProcessVersions.NoSuchVersion(key, number);
        }

        var (draft, problem) = ProcessBodies.DraftOf(row.Source, null, row.Files, request.Migrate);
        return problem ?? await PublishProcess.Publish(context, draft!, publisher, impact, inUse);
    }
}
