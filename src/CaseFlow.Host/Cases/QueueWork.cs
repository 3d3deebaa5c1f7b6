using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary>The commands that say everything in their path: <c>POST /api/cases/{id}/route|pick|release|unqueue</c></summary>
internal static class QueueWork
{
    public static void Map(IEndpointRouteBuilder cases)
    {
        Map(
            cases,
            "route",
            "Send it where the routing rules say",
            (by, at) => new CaseCommand.Route { By = by, At = at }
        );
        Map(
            cases,
            "pick",
            "Take it from its queue to work on it",
            (by, at) => new CaseCommand.Pick { By = by, At = at }
        );
        Map(cases, "release", "Give it back to its queue", (by, at) => new CaseCommand.Release { By = by, At = at });
        Map(
            cases,
            "unqueue",
            "Take it off its queue",
            (by, at) => new CaseCommand.RemoveFromQueue { By = by, At = at }
        );
    }

    private static void Map(
        IEndpointRouteBuilder cases,
        string verb,
        string summary,
        Func<Actor, DateTimeOffset, CaseCommand> command
    ) =>
        cases
            .MapPost(
                $"/{{id}}/{verb}",
                (HttpContext context, string id, CaseDoor door) =>
                    door.Ask(context, id, CaseRequests.Default.NoBody, (_, by, at) => (command(by, at), null))
            )
            .Needs(Rights.To(verb))
            .WithName($"{char.ToUpperInvariant(verb[0])}{verb[1..]}Case")
            .WithSummary(summary)
            .AsCaseCommand<NoBody>();
}
