using CaseFlow.Host.Cases;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Reports;

/// <summary><c>GET /api/reports/clocks</c>: which promises are at risk now, and which were missed in the period.</summary>
internal static class ReadClocks
{
    /// <param name="AtRisk">Cases of which a clock that runs has warned.</param>
    /// <param name="Missed">Cases of which a clock failed in the period, each once.</param>
    /// <param name="Begins">What lists take as <c>missedAfter</c>.</param>
    /// <param name="Ends">What lists take as <c>missedBefore</c>.</param>
    public sealed record ClocksReport(
        DateOnly From,
        DateOnly To,
        DateTimeOffset Begins,
        DateTimeOffset Ends,
        int AtRisk,
        int Missed,
        ImmutableArray<ClocksGroup> Queues,
        ImmutableArray<ClocksGroup> Owners,
        ImmutableArray<ClocksGroup> Stages
    );

    /// <param name="Process">For queues and stages.</param>
    /// <param name="Key">Null for those without one.</param>
    public sealed record ClocksGroup(string? Process, string? Key, string Title, int AtRisk, int Missed);

    private sealed record Counted(
        string Process,
        string? Stage,
        string? Queue,
        string? Owner,
        bool IsMissed,
        int Count
    );

    public static void Map(IEndpointRouteBuilder reports) =>
        reports.MapReport(
            "clocks",
            "The cases whose clocks are at risk, and those that missed one, by queue, agent and stage",
            Read,
            Table
        );

    private static async Task<ClocksReport> Read(ReportQuestion asked)
    {
        var period = asked.Period;
        var missed = CaseFilter.MissedAt(asked.Cases, period.Begins, period.Ends);
        List<Counted> counted =
        [
            .. await Count(asked.Cases.Where(row => row.RiskAt != null), isMissed: false, asked.Cancellation),
            .. await Count(missed, isMissed: true, asked.Cancellation),
        ];
        var names = await asked.Titles.OfPeople(counted.Select(group => group.Owner), asked.Cancellation);
        return new(
            period.From,
            period.To,
            period.Begins,
            period.Ends,
            counted.Where(one => !one.IsMissed).Sum(one => one.Count),
            counted.Where(one => one.IsMissed).Sum(one => one.Count),
            Groups(counted, group => (group.Process, group.Queue), asked.Titles.OfQueue),
            Groups(counted, group => (null, group.Owner), (_, key) => names.GetValueOrDefault(key, key)),
            Groups(counted, group => (group.Process, group.Stage), asked.Titles.OfStage)
        );
    }

    private static Task<List<Counted>> Count(IQueryable<CaseRow> rows, bool isMissed, CancellationToken cancellation) =>
        rows.GroupBy(row => new
            {
                row.Process,
                row.Stage,
                row.Queue,
                row.Owner,
            })
            .Select(group => new Counted(
                group.Key.Process,
                group.Key.Stage,
                group.Key.Queue,
                group.Key.Owner,
                isMissed,
                group.Count()
            ))
            .ToListAsync(cancellation);

    private static ImmutableArray<ClocksGroup> Groups(
        List<Counted> counted,
        Func<Counted, (string? Process, string? Key)> by,
        Func<string, string, string> title
    ) =>
        [
            .. ReportGroup<Counted>
                .By(counted, by, title)
                .Select(group => new ClocksGroup(
                    group.Process,
                    group.Key,
                    group.Title,
                    group.Counted.Where(one => !one.IsMissed).Sum(one => one.Count),
                    group.Counted.Where(one => one.IsMissed).Sum(one => one.Count)
                ))
                .OrderByDescending(group => group.AtRisk + group.Missed)
                .ThenBy(group => group.Title, StringComparer.Ordinal),
        ];

    private static IEnumerable<object?[]> Table(ClocksReport report) =>
        [
            ["by", "process", "key", "title", "at risk", "missed"],
            .. Rows("queue", report.Queues),
            .. Rows("owner", report.Owners),
            .. Rows("stage", report.Stages),
        ];

    private static IEnumerable<object?[]> Rows(string by, ImmutableArray<ClocksGroup> groups) =>
        groups.Select(group => (object?[])[by, group.Process, group.Key, group.Title, group.AtRisk, group.Missed]);
}
