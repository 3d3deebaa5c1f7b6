using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Routing;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Queues;

/// <summary><c>GET /api/cases/{id}/why-not?queue=</c>: what keeps each rule from sending the case there, as it is now.</summary>
internal static class WhyNotThere
{
    /// <param name="Present">The queue that the case is in now; null for none.</param>
    public sealed record WhyNotView(
        string Queue,
        string? Present,
        bool Goes,
        string Why,
        ImmutableArray<WhyNotRule> Rules
    );

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/{id}/why-not", Handle)
            .Needs(Rights.ReadCases)
            .WithName(nameof(WhyNotThere))
            .WithSummary("What keeps the routing rules from sending it to this queue?")
            .AsCaseRead()
            .Produces<WhyNotView>()
            .ProducesProblems(422);

    private static async Task<IResult> Handle(
        HttpContext context,
        string id,
        string? queue,
        CaseDoor door,
        IGrainFactory grains,
        CaseFactsReader facts,
        QueueAccess access,
        TimeProvider time
    )
    {
        if (string.IsNullOrEmpty(queue))
        {
            return ApiProblem.Malformed("Say in 'queue' which queue is meant.");
        }

        if (
            await door.Find(context, id) is not { } found
            || (await grains.Case(found.Value).Read()).Value is not var (current, process)
        )
        {
            return CaseDoor.NoSuchCase(id);
        }

        var actor = context.Actor();
        var maySee = await access.For(actor, context.RequestAborted);
        if (process.FindQueue(queue) is not { } asked || !maySee(asked))
        {
            return ApiProblem.Of(
                new Refusal.UnknownQueue(queue, [.. process.Parts.Queues.Where(maySee).Select(one => one.Key)])
            );
        }

        var at = time.GetUtcNow();
        var route = new CaseCommand.Route { By = actor, At = at };
        var told = await facts.For(process, current, route, actor, context.RequestAborted);
        var answer = WhyNot.Of(process, process.Conditions.Facts(current, told.Facts, actor, at), queue);
        return TypedResults.Ok(new WhyNotView(queue, current.Queue, answer.Goes, answer.Why, answer.Rules));
    }
}
