using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Trials;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Processes;

/// <summary>
/// <c>POST /api/processes/backtest</c>: a draft over the histories of the newest cases. Where its rules would have sent them,
/// which moves it would have refused, which clocks would have failed. Nothing is written.
/// </summary>
internal static class BacktestProcess
{
    public const int Most = 10_000;
    private const int Default = 1_000;

    /// <param name="Source">The YAML text of the definition.</param>
    /// <param name="Files">The texts of the files of holidays that it names, by name.</param>
    /// <param name="Migrate">What it calls otherwise than the versions that the cases ran by.</param>
    /// <param name="Last">How many cases, the newest first; 1,000 unless said.</param>
    /// <param name="Since">Only cases that were opened then or later.</param>
    public sealed record Request(
        string? Source = null,
        ImmutableSortedDictionary<string, string>? Files = null,
        MigrationShape? Migrate = null,
        int? Last = null,
        DateTimeOffset? Since = null
    );

    /// <param name="Cases">How many cases were looked at.</param>
    /// <param name="From">When the oldest of them was opened.</param>
    /// <param name="Routed">How often the rules of their versions sent one of them to a queue.</param>
    /// <param name="Rerouted">Where the draft would have sent them elsewhere.</param>
    /// <param name="Refused">Moves of people that the draft would have refused. Roles are not looked at: histories do not keep them.</param>
    /// <param name="Clocks">The clocks that failed, and those that would have.</param>
    public sealed record Answer(
        string Process,
        int Cases,
        DateTimeOffset? From,
        int Routed,
        ImmutableArray<ProcessImpact.RerouteCount> Rerouted,
        ImmutableArray<RefusedCount> Refused,
        ImmutableArray<ClockCount> Clocks
    );

    /// <param name="Kind"><c>status</c> or <c>stage</c>.</param>
    /// <param name="Why">The refusal of the first of them.</param>
    public sealed record RefusedCount(
        string Kind,
        string From,
        string To,
        string Code,
        string Why,
        int Cases,
        ImmutableArray<string> Examples
    );

    /// <param name="Failed">How many failed.</param>
    /// <param name="WouldFail">How many would have failed.</param>
    /// <param name="Worse">Tickets of cases in which only the draft's fails.</param>
    /// <param name="Better">Tickets of cases in which only the draft's does not.</param>
    public sealed record ClockCount(
        string Kpi,
        int Failed,
        int WouldFail,
        ImmutableArray<string> Worse,
        ImmutableArray<string> Better
    );

    public static void Map(IEndpointRouteBuilder processes) =>
        processes
            .MapPost("/backtest", Handle)
            .Needs(Rights.TryDefinitions)
            .WithName("BacktestProcess")
            .WithSummary("What a draft would have made of the cases so far")
            .AcceptsDraft<Request>()
            .Produces<Answer>()
            .ProducesProblems(400, 401, 403, 413, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        CaseSample sample,
        ManyFacts facts,
        CaseJournal journal,
        ProcessCatalog catalog,
        CaseScopes scopes,
        TimeProvider time
    )
    {
        var (request, problem) = await ProcessBodies.Read(
            context,
            ProcessRequests.Default.Backtest,
            source => new Request(source)
        );
        if (problem is not null)
        {
            return problem;
        }

        if (request!.Last is < 1 or > Most)
        {
            return ApiProblem.Malformed($"'last' is from 1 to {Most}.");
        }

        var (draft, missing) = ProcessBodies.DraftOf(request.Source, null, request.Files, request.Migrate);
        if (missing is not null)
        {
            return missing;
        }

        var check = draft!.Check();
        if (check is not DraftCheck.Ready(var process))
        {
            return ProcessBodies.Refuse(check);
        }

        var cancellation = context.RequestAborted;
        var scope = await scopes.For(context.Actor(), cancellation);
        var result = new BacktestResult();
        var newest = sample.Newest(
            process.Key,
            isOpen: false,
            request.Since,
            request.Last ?? Default,
            scope,
            cancellation
        );
        await foreach (var page in newest)
        {
            var told = await facts.For(process, page, cancellation);
            for (var index = 0; index < page.Length; index++)
            {
                ImmutableArray<CaseEvent> history =
                [
                    .. (await journal.History(page[index].Id, cancellation)).Select(recorded => recorded.Event),
                ];
                var versions = await VersionsOf(catalog, process.Key, history);
                result.Add(
                    page[index],
                    history,
                    HistoryTrial.Of(process, history, told[index], versions.GetValueOrDefault, time.GetUtcNow())
                );
            }
        }

        return TypedResults.Ok(result.Shown(process.Key));
    }

    private static async Task<Dictionary<string, CaseProcess>> VersionsOf(
        ProcessCatalog catalog,
        string process,
        ImmutableArray<CaseEvent> history
    )
    {
        var versions = new Dictionary<string, CaseProcess>(StringComparer.Ordinal);
        foreach (
            var hash in history
                .OfType<CaseEvent.Queued>()
                .Select(queued => queued.Definition)
                .ToHashSet(StringComparer.Ordinal)
        )
        {
            versions[hash] = await catalog.Version(process, hash);
        }

        return versions;
    }
}
