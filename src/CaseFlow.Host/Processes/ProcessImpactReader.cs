using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Trials;
using CaseFlow.Host.Cases;

namespace CaseFlow.Host.Processes;

/// <summary>
/// Counts the open cases by where they stand and asks the version about each place; then looks at the newest of them, one by
/// one, for what it would do to their routing and their clocks.
/// </summary>
internal sealed class ProcessImpactReader(
    ProcessCatalog catalog,
    CasePlaces places,
    CaseSample sample,
    ManyFacts facts,
    TimeProvider time
)
{
    /// <summary>The most cases that are looked at one by one.</summary>
    public const int Most = 10_000;

    /// <param name="scope">Which cases may be looked at; null to only count.</param>
    public async Task<ProcessImpact> Of(CaseProcess process, CaseScope? scope, CancellationToken cancellation)
    {
        ImmutableArray<ProcessImpact.Place> standing =
        [
            .. (await places.Open(process.Key, cancellation)).Select(place => new ProcessImpact.Place(
                place.Status,
                place.Stage,
                place.Queue,
                place.Cases
            )),
        ];
        var byFate = standing.ToLookup(place => FateOf(process, place));
        ImmutableArray<ProcessImpact.Place> unmapped = [.. byFate[Fate.Stays].OrderByDescending(place => place.Cases)];
        return new ProcessImpact(
            byFate[Fate.Follows].Sum(place => place.Cases),
            byFate[Fate.IsCarriedOver].Sum(place => place.Cases),
            unmapped.Sum(place => place.Cases),
            unmapped,
            Unknown(process, unmapped),
            scope is not null && catalog.Newest(process.Key) is { } live
                ? await Look(live, process, scope, standing.Sum(place => place.Cases), cancellation)
                : null
        );
    }

    private static ImmutableArray<ProcessImpact.UnknownName> Unknown(
        CaseProcess process,
        ImmutableArray<ProcessImpact.Place> unmapped
    )
    {
        var map = process.Parts.Migrate;
        return
        [
            .. Names("status", place => place.Status, name => process.FindStatus(name) is null, map.Statuses),
            .. Names("stage", place => place.Stage, name => process.FindStage(name) is null, map.Stages),
            .. Names("queue", place => place.Queue, name => process.FindQueue(name) is null, map.Queues),
        ];

        IEnumerable<ProcessImpact.UnknownName> Names(
            string kind,
            Func<ProcessImpact.Place, string?> nameOf,
            Func<string, bool> isUnknown,
            ImmutableSortedDictionary<string, string> mapped
        ) =>
            unmapped
                .Where(place => nameOf(place) is { } name && isUnknown(name) && !mapped.ContainsKey(name))
                .GroupBy(place => nameOf(place)!, StringComparer.Ordinal)
                .Select(group => new ProcessImpact.UnknownName(kind, group.Key, group.Sum(place => place.Cases)))
                .OrderByDescending(one => one.Cases);
    }

    private async Task<ProcessImpact.Look> Look(
        CaseProcess live,
        CaseProcess draft,
        CaseScope scope,
        int open,
        CancellationToken cancellation
    )
    {
        var (at, seen) = (time.GetUtcNow(), 0);
        var (routes, times) = (!VersionChange.RoutesAlike(live, draft), live.Timing != draft.Timing);
        var rerouted = new Tally<(string? From, string? To), string>();
        var clocks = new Tally<string, ProcessImpact.ClockExample>();
        if (!routes && !times)
        {
            return new(0, open, [], []);
        }

        await foreach (var page in sample.Newest(draft.Key, isOpen: true, null, Most, scope, cancellation))
        {
            seen += page.Length;
            var told = await facts.For(live, page, cancellation);
            for (var index = 0; index < page.Length; index++)
            {
                var (current, known) = (page[index], told[index]);
                if (routes && VersionChange.Queues(live, draft, current, known, at) is var (from, to) && from != to)
                {
                    rerouted.Add((from, to), current.Ticket);
                }

                foreach (var changed in times ? VersionChange.Clocks(live, draft, current, known, at) : [])
                {
                    clocks.Add(
                        changed.Kpi,
                        new(current.Ticket, changed.Before, changed.FailAtBefore, changed.After, changed.FailAtAfter)
                    );
                }
            }
        }

        return new(
            seen,
            open,
            [
                .. rerouted.MostFirst.Select(one => new ProcessImpact.RerouteCount(
                    one.Key.From,
                    one.Key.To,
                    one.Count,
                    one.Examples
                )),
            ],
            [.. clocks.MostFirst.Select(one => new ProcessImpact.ClockCount(one.Key, one.Count, one.Examples))]
        );
    }

    private Fate FateOf(CaseProcess process, ProcessImpact.Place place)
    {
        if (process.Knows(place.Status, place.Stage, place.Queue, CaseState.Active))
        {
            return Fate.Follows;
        }

        // The same question that each of these cases will be asked.
        var standing = Standing(process, place);
        var carry = new CaseCommand.Migrate { By = new Actor("caseflow", Role.Automation), At = standing.ModifiedAt };
        return
            process.Parts.Migrate != MigrationMap.None
            && CaseDecider.Decide(process, standing, carry, CaseFacts.None) is Decision.Accepted
            ? Fate.IsCarriedOver
            : Fate.Stays;
    }

    private Case Standing(CaseProcess process, ProcessImpact.Place place) =>
        new()
        {
            Id = new CaseId(Guid.Empty),
            Ticket = "",
            Process = process.Key,
            Definition = "",
            Version = 1,
            Title = "",
            Customer = Guid.Empty,
            State = CaseState.Active,
            Status = place.Status,
            StatusSince = time.GetUtcNow(),
            Stage = place.Stage,
            Queue = place.Queue,
            CreatedAt = time.GetUtcNow(),
            CreatedBy = "",
            ModifiedAt = time.GetUtcNow(),
        };

    private enum Fate
    {
        Follows,
        IsCarriedOver,
        Stays,
    }
}
