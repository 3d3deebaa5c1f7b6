using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Cases;

/// <summary><c>GET /api/cases/{id}</c>, now or as of a time.</summary>
internal static class ReadCase
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/{id}", Handle)
            .Needs(Rights.ReadCases)
            .WithName(nameof(ReadCase))
            .WithSummary("Read a case, now or as it was")
            .AsCaseRead()
            .Produces<CaseShape>();

    private static async Task<IResult> Handle(
        HttpContext context,
        string id,
        DateTimeOffset? at,
        CaseDoor door,
        IGrainFactory grains,
        CaseJournal journal,
        ProcessCatalog processes,
        TimeProvider time
    )
    {
        if (await door.Find(context, id) is not { } found)
        {
            return CaseDoor.NoSuchCase(id);
        }

        var standing = at is { } then
            ? await AsOf(then, found, journal, processes, context.RequestAborted)
            : (await grains.Case(found.Value).Read()).Value;
        if (standing is not { Case: var shown, Process: var process })
        {
            return CaseDoor.NoSuchCase(id);
        }

        var undo = at is null ? UndoOffer.For(shown, process, context.Actor().User, time.GetUtcNow()) : null;
        return CaseReply.Of(shown, process, undo);
    }

    private static async Task<CaseStanding?> AsOf(
        DateTimeOffset then,
        CaseId id,
        CaseJournal journal,
        ProcessCatalog processes,
        CancellationToken cancellation
    )
    {
        var events = ImmutableArray.CreateBuilder<CaseEvent>();
        foreach (var recorded in await journal.History(id, cancellation))
        {
            if (recorded.Event.At <= then)
            {
                events.Add(recorded.Event);
            }
        }

        return CaseHistory.Replay(events) is { } past
            ? new CaseStanding(past, await processes.Version(past.Process, past.Definition))
            : null;
    }
}
