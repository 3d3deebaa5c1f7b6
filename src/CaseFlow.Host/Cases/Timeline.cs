using System.Globalization;
using CaseFlow.Engine.Automation;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Events;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Cases;

/// <summary><c>GET /api/cases/{id}/timeline</c>: what happened, in order.</summary>
internal static class Timeline
{
    /// <param name="Position">Where the event stands in the case's history, from 1.</param>
    /// <param name="Hash">Chains it to the event before; see <c>caseflow verify</c>.</param>
    /// <param name="Automation">Where a rule fired: why, and what came of it.</param>
    public sealed record Entry(int Position, CaseEvent Event, string Hash, AutomationExplanation? Automation);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/{id}/timeline", Handle)
            .Needs(Rights.ReadCases)
            .WithName(nameof(Timeline))
            .WithSummary("What happened, in order")
            .AsCaseRead()
            .Produces<Page<Entry>>();

    /// <param name="order"><c>oldest</c>, which it is without saying, or <c>newest</c>: which comes first.</param>
    /// <param name="types">Types of events with commas, or beginnings such as <c>activity-*</c>; all where it is left out.</param>
    private static async Task<IResult> Handle(
        HttpContext context,
        string id,
        CaseDoor door,
        CaseJournal journal,
        ProcessCatalog processes,
        string? order,
        string? types,
        int? limit,
        string? cursor
    )
    {
        if (await door.Find(context, id) is not { } found)
        {
            return CaseDoor.NoSuchCase(id);
        }

        if (Paging.Read(limit, cursor, out var most, out var after) is { } problem)
        {
            return problem;
        }

        if (order is not (null or "oldest" or "newest"))
        {
            return ApiProblem.Malformed("'order' is oldest or newest.");
        }

        var (wanted, unknown) = types is null ? (EventTypes.All, null) : EventTypes.Read(types.Split(','));
        if (wanted is null)
        {
            return ApiProblem.Malformed(unknown!);
        }

        var last = 0;
        if (after is not null && !int.TryParse(after, CultureInfo.InvariantCulture, out last))
        {
            return Paging.BadCursor;
        }

        var history = await journal.History(found, context.RequestAborted);
        if (history.IsEmpty)
        {
            return CaseDoor.NoSuchCase(id);
        }

        var page = Page(history, wanted, isNewestFirst: order is "newest", last, most + 1);
        var explained = new Dictionary<int, AutomationExplanation?>();
        var automation = new AutomationStory(history, processes);
        foreach (var recorded in page.OrderBy(one => one.Position))
        {
            explained[recorded.Position] = await automation.Explain(recorded);
        }

        return TypedResults.Ok(
            Paging.PageOf(
                [
                    .. page.Select(one => new Entry(
                        one.Position,
                        one.Event,
                        one.Hash.ToString(),
                        explained[one.Position]
                    )),
                ],
                most,
                entry => $"{entry.Position}"
            )
        );
    }

    /// <param name="last">Where the page before ended; 0 for the first page.</param>
    private static List<RecordedEvent> Page(
        ImmutableArray<RecordedEvent> history,
        EventTypes wanted,
        bool isNewestFirst,
        int last,
        int most
    )
    {
        var fits = history.Where(one => wanted.Include(CaseEventTypes.Of(one.Event)));
        return
        [
            .. (
                isNewestFirst
                    ? fits.Reverse().Where(one => last == 0 || one.Position < last)
                    : fits.Where(one => one.Position > last)
            ).Take(most),
        ];
    }
}
