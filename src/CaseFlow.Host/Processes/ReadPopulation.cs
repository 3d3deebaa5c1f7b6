using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Processes;

/// <summary><c>GET /api/processes/{key}/population</c>: how many of the cases that one sees stand on each status and stage.</summary>
internal static class ReadPopulation
{
    /// <param name="Open">How many cases are active.</param>
    /// <param name="Statuses">All cases by status, also those that the version that runs does not know.</param>
    /// <param name="Stages">The active cases by stage.</param>
    public sealed record PopulationView(
        string Process,
        int Open,
        ImmutableArray<StatusCount> Statuses,
        ImmutableArray<StageCount> Stages
    );

    public sealed record StatusCount(string Status, CaseState State, int Cases);

    public sealed record StageCount(string Stage, int Cases);

    public static void Map(IEndpointRouteBuilder processes) =>
        processes
            .MapGet("/{key}/population", Handle)
            .Needs(Rights.ReadDefinitions)
            .WithName("ReadPopulation")
            .WithSummary("How many of the cases one sees stand where")
            .Produces<PopulationView>()
            .ProducesProblems(401, 404);

    private static async Task<IResult> Handle(
        HttpContext context,
        string key,
        ProcessCatalog catalog,
        CasePlaces places,
        CaseScopes scopes
    )
    {
        if (catalog.Newest(key) is null)
        {
            return ProcessVersions.NoSuchProcess(key);
        }

        var scope = await scopes.For(context.Actor(), context.RequestAborted);
        return TypedResults.Ok(Of(key, await places.All(key, scope, context.RequestAborted)));
    }

    private static PopulationView Of(string key, ImmutableArray<CasePlaces.Place> places)
    {
        var open = places.Where(place => place.State == CaseState.Active).ToList();
        return new(
            key,
            open.Sum(place => place.Cases),
            [
                .. places
                    .GroupBy(place => (place.Status, place.State))
                    .Select(group => new StatusCount(
                        group.Key.Status,
                        group.Key.State,
                        group.Sum(place => place.Cases)
                    ))
                    .OrderBy(one => one.State)
                    .ThenBy(one => one.Status, StringComparer.Ordinal),
            ],
            [
                .. open.Where(place => place.Stage is not null)
                    .GroupBy(place => place.Stage!, StringComparer.Ordinal)
                    .Select(group => new StageCount(group.Key, group.Sum(place => place.Cases)))
                    .OrderBy(one => one.Stage, StringComparer.Ordinal),
            ]
        );
    }
}
