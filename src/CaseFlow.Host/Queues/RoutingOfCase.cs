using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Routing;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Queues;

/// <summary><c>GET /api/cases/{id}/routing</c>: each time the case came to a queue or was given to somebody, and why.</summary>
internal static class RoutingOfCase
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/{id}/routing", Handle)
            .Needs(Rights.ReadCases)
            .WithName(nameof(RoutingOfCase))
            .WithSummary("Why it went where it went, the newest first")
            .AsCaseRead()
            .Produces<Page<RoutingExplanation>>();

    private static async Task<IResult> Handle(
        HttpContext context,
        string id,
        CaseDoor door,
        CaseJournal journal,
        ProcessCatalog processes,
        QueueAccess access
    )
    {
        if (await door.Find(context, id) is not { } found)
        {
            return CaseDoor.NoSuchCase(id);
        }

        var history = await journal.History(found, context.RequestAborted);
        if (history.IsEmpty)
        {
            return CaseDoor.NoSuchCase(id);
        }

        var maySee = await access.For(context.Actor(), context.RequestAborted);
        var explained = new List<RoutingExplanation>();
        Case? before = null;
        for (var index = 0; index < history.Length; index++)
        {
            var happened = history[index].Event;
            if (happened is CaseEvent.Queued or CaseEvent.Picked { Because.Waited: true })
            {
                var process = await processes.Version(before!.Process, happened.Definition);
                var next = index + 1 < history.Length ? history[index + 1].Event : null;
                explained.Add(Shown(Explain(process, before, happened, next), process, maySee));
            }

            before = CaseHistory.Evolve(before, happened);
        }

        explained.Reverse();
        return TypedResults.Ok(new Page<RoutingExplanation>([.. explained], null));
    }

    private static RoutingExplanation Explain(CaseProcess process, Case before, CaseEvent happened, CaseEvent? next) =>
        happened is CaseEvent.Queued queued
            ? RoutingExplanation.Of(process, before, queued, next)
            : RoutingExplanation.Of(process, (CaseEvent.Picked)happened)!;

    /// <summary>Who works in a private queue, how busy they are and what sends cases there is for its own people.</summary>
    private static RoutingExplanation Shown(
        RoutingExplanation whole,
        CaseProcess process,
        Func<QueueDefinition, bool> maySee
    )
    {
        return whole with
        {
            Rules = [.. whole.Rules.Select(rule => IsHidden(rule.Queue) ? rule with { When = [] } : rule)],
            Passed = [.. whole.Passed.Where(passed => !IsHidden(passed.Queue))],
            Assignment = IsHidden(whole.Queue) ? null : whole.Assignment,
        };

        bool IsHidden(string key) => process.FindQueue(key) is { } queue && !maySee(queue);
    }
}
