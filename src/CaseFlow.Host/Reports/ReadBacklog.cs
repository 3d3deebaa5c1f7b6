using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Reports;

/// <summary><c>GET /api/reports/backlog</c>: the cases that are active now, by queue, agent, stage and age.</summary>
internal static class ReadBacklog
{
    private static readonly ImmutableArray<int> Days = [1, 3, 7, 14, 30];

    /// <param name="Oldest">Since when the oldest of them is open; null where there is none.</param>
    public sealed record BacklogReport(
        DateTimeOffset At,
        int Active,
        DateTimeOffset? Oldest,
        ImmutableArray<BacklogGroup> Queues,
        ImmutableArray<BacklogGroup> Owners,
        ImmutableArray<BacklogGroup> Stages,
        ImmutableArray<AgeGroup> Ages
    );

    /// <param name="Process">For queues and stages.</param>
    /// <param name="Key">Null for those without one.</param>
    public sealed record BacklogGroup(string? Process, string? Key, string Title, int Active, DateTimeOffset Oldest);

    /// <param name="FromDays">They are open for that long at least.</param>
    /// <param name="ToDays">And less than that; null for no end.</param>
    /// <param name="CreatedAfter">As lists take it.</param>
    /// <param name="CreatedBefore">As lists take it.</param>
    public sealed record AgeGroup(
        int FromDays,
        int? ToDays,
        DateTimeOffset? CreatedAfter,
        DateTimeOffset? CreatedBefore,
        int Active
    );

    private sealed record Counted(
        string Process,
        string? Stage,
        string? Queue,
        string? Owner,
        int Age,
        int Count,
        DateTimeOffset Oldest
    );

    public static void Map(IEndpointRouteBuilder reports) =>
        reports.MapReport("backlog", "The active cases by queue, agent, stage and age", Read, Table);

    private static async Task<BacklogReport> Read(ReportQuestion asked)
    {
        var starts = Days.Select(days => asked.Now.AddDays(-days)).ToArray();
        var (one, three, week, fortnight, month) = (starts[0], starts[1], starts[2], starts[3], starts[4]);

        // An index has exactly these columns of exactly these cases.
        var counted = await asked
            .Cases.Where(row => row.ClosedAt == null)
            .GroupBy(row => new
            {
                row.Process,
                row.Stage,
                row.Queue,
                row.Owner,
                Age = row.CreatedAt > one ? 0
                : row.CreatedAt > three ? 1
                : row.CreatedAt > week ? 2
                : row.CreatedAt > fortnight ? 3
                : row.CreatedAt > month ? 4
                : 5,
            })
            .Select(group => new Counted(
                group.Key.Process,
                group.Key.Stage,
                group.Key.Queue,
                group.Key.Owner,
                group.Key.Age,
                group.Count(),
                group.Min(row => row.CreatedAt)
            ))
            .ToListAsync(asked.Cancellation);

        var names = await asked.Titles.OfPeople(counted.Select(group => group.Owner), asked.Cancellation);
        return new(
            asked.Now,
            counted.Sum(group => group.Count),
            counted.Count == 0 ? null : counted.Min(group => group.Oldest),
            Groups(counted, group => (group.Process, group.Queue), asked.Titles.OfQueue),
            Groups(counted, group => (null, group.Owner), (_, key) => names.GetValueOrDefault(key, key)),
            InOrder(Groups(counted, group => (group.Process, group.Stage), asked.Titles.OfStage), asked.Titles),
            [
                .. Enumerable
                    .Range(0, Days.Length + 1)
                    .Select(age => new AgeGroup(
                        age == 0 ? 0 : Days[age - 1],
                        age == Days.Length ? null : Days[age],
                        age == Days.Length ? null : starts[age],
                        age == 0 ? null : starts[age - 1],
                        counted.Where(group => group.Age == age).Sum(group => group.Count)
                    )),
            ]
        );
    }

    private static ImmutableArray<BacklogGroup> Groups(
        List<Counted> counted,
        Func<Counted, (string? Process, string? Key)> by,
        Func<string, string, string> title
    ) =>
        [
            .. ReportGroup<Counted>
                .By(counted, by, title)
                .Select(group => new BacklogGroup(
                    group.Process,
                    group.Key,
                    group.Title,
                    group.Counted.Sum(one => one.Count),
                    group.Counted.Min(one => one.Oldest)
                ))
                .OrderByDescending(group => group.Active)
                .ThenBy(group => group.Title, StringComparer.Ordinal),
        ];

    private static ImmutableArray<BacklogGroup> InOrder(ImmutableArray<BacklogGroup> stages, ReportTitles titles) =>
        [
            .. stages
                .OrderBy(stage => stage.Process, StringComparer.Ordinal)
                .ThenBy(stage => stage.Key is null ? int.MaxValue : titles.Stages(stage.Process!).IndexOf(stage.Key)),
        ];

    private static IEnumerable<object?[]> Table(BacklogReport report) =>
        [
            ["by", "process", "key", "title", "active", "oldest"],
            .. Rows("queue", report.Queues),
            .. Rows("owner", report.Owners),
            .. Rows("stage", report.Stages),
            .. report.Ages.Select(age =>
                (object?[])["age", null, null, $"{age.FromDays} to {age.ToDays} days", age.Active, null]
            ),
        ];

    private static IEnumerable<object?[]> Rows(string by, ImmutableArray<BacklogGroup> groups) =>
        groups.Select(group => (object?[])[by, group.Process, group.Key, group.Title, group.Active, group.Oldest]);
}
