using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Scenarios;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Processes;

/// <summary>
/// <c>POST /api/processes/test</c>: runs scenarios over a draft. <c>GET /api/processes/{key}/scenarios</c>: those that stand in the
/// folder.
/// </summary>
internal static class TestScenarios
{
    /// <param name="Source">The YAML text of the definition.</param>
    /// <param name="Scenarios">The YAML text of its scenarios.</param>
    /// <param name="Files">The texts of the files of holidays that it names, by name.</param>
    public sealed record Request(
        string? Source = null,
        string? Scenarios = null,
        ImmutableSortedDictionary<string, string>? Files = null
    );

    /// <param name="Runs">Each scenario, in the order of the text.</param>
    /// <param name="Errors">Why the scenarios cannot be read; then none was run.</param>
    public sealed record Answer(
        int Passed,
        int Failed,
        ImmutableArray<RunView> Runs,
        ImmutableArray<ProblemView> Errors
    );

    public sealed record RunView(string Scenario, int Line, bool Passed, ImmutableArray<ProblemView> Failures);

    /// <param name="Source">Null where the process has none there.</param>
    public sealed record Text(string? Source);

    public static void Map(IEndpointRouteBuilder processes)
    {
        processes
            .MapPost("/test", (Delegate)Test)
            .Needs(Rights.TryDefinitions)
            .WithName("TestScenarios")
            .WithSummary("Run scenarios over a draft")
            .Accepts<Request>("application/json")
            .Produces<Answer>()
            .ProducesProblems(400, 401, 403, 413, 422);
        processes
            .MapGet("/{key}/scenarios", Read)
            .Needs(Rights.ReadDefinitions)
            .WithName("ReadScenarios")
            .WithSummary("The scenarios that stand in the folder")
            .Produces<Text>()
            .ProducesProblems(401, 404);
    }

    private static async Task<IResult> Test(HttpContext context)
    {
        var (request, _, malformed) = await JsonBody.Read(context, ProcessRequests.Default.Test);
        if (malformed is not null)
        {
            return malformed;
        }

        if (request!.Scenarios is not { Length: > 0 } scenarios)
        {
            return Needs.Field("scenarios", "Give the YAML text of the scenarios.");
        }

        var (draft, problem) = ProcessBodies.DraftOf(request.Source, null, request.Files, null);
        if (problem is not null)
        {
            return problem;
        }

        var check = draft!.Check();
        if (check is not DraftCheck.Ready(var process))
        {
            return ProcessBodies.Refuse(check);
        }

        var ran = ScenarioCheck.Of(process.Key + ScenarioReader.FileEnding, scenarios, process);
        return TypedResults.Ok(
            new Answer(
                ran.Passed,
                ran.Failed,
                [
                    .. ran.Runs.Select(run => new RunView(
                        run.Scenario.Name,
                        run.Scenario.Place.Line,
                        run.Passed,
                        ProblemView.Of([.. run.Failures.Select(failure => failure.ToProblem())])
                    )),
                ],
                ProblemView.Of(ran.Mistakes)
            )
        );
    }

    private static IResult Read(string key, ProcessCatalog catalog, FolderScenarios scenarios) =>
        catalog.Newest(key) is null
            ? ProcessVersions.NoSuchProcess(key)
            : TypedResults.Ok(new Text(scenarios.TextOf(key)));
}
