using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Cases;

/// <summary><c>GET /api/cases/{id}/timeline</c>: what happened, in order.</summary>
internal static class Timeline
{
    /// <param name="Position">Where the event stands in the case's history, from 1.</param>
    /// <param name="Hash">Chains it to the event before; see <c>caseflow verify</c>.</param>
    public sealed record Entry(int Position, CaseEvent Event, string Hash);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/{id}/timeline", Handle)
            .WithName(nameof(Timeline))
            .WithSummary("What happened, in order")
            .AsCaseRead()
            .Produces<Page<Entry>>();

    private static async Task<IResult> Handle(
        HttpContext context,
        string id,
        CaseDoor door,
        CaseJournal journal,
        int? limit,
        string? cursor
    )
    {
        if (await door.Find(id, context.RequestAborted) is not { } found)
        {
            return CaseDoor.NoSuchCase(id);
        }

        if (Paging.Read(limit, cursor, out var most, out var after) is { } problem)
        {
            return problem;
        }

        if (!int.TryParse(after ?? "0", CultureInfo.InvariantCulture, out var last))
        {
            return Paging.BadCursor;
        }

        var entries = new List<Entry>();
        foreach (var recorded in await journal.History(found, context.RequestAborted))
        {
            if (recorded.Position > last && entries.Count <= most)
            {
                entries.Add(new Entry(recorded.Position, recorded.Event, recorded.Hash.ToString()));
            }
        }

        return entries.Count == 0 && last == 0
            ? CaseDoor.NoSuchCase(id)
            : TypedResults.Ok(Paging.PageOf(entries, most, entry => $"{entry.Position}"));
    }
}
