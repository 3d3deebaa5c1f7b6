using CaseFlow.Host.Cases;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Reports;

/// <summary><c>GET /api/reports/volume</c>: how many cases were opened and closed, day by day.</summary>
internal static class ReadVolume
{
    // Every time zone's days begin on one of these.
    private const long Quarter = TimeSpan.TicksPerMinute * 15;

    /// <param name="Opened">In all days together.</param>
    /// <param name="Closed">Those that are closed now, by when they were closed last.</param>
    public sealed record VolumeReport(
        DateOnly From,
        DateOnly To,
        string Zone,
        int Opened,
        int Closed,
        ImmutableArray<VolumeDay> Days
    );

    /// <param name="Begins">What lists take as <c>createdAfter</c> and <c>closedAfter</c>.</param>
    /// <param name="Ends">What lists take as <c>createdBefore</c> and <c>closedBefore</c>.</param>
    public sealed record VolumeDay(DateOnly Day, DateTimeOffset Begins, DateTimeOffset Ends, int Opened, int Closed);

    public static void Map(IEndpointRouteBuilder reports) =>
        reports.MapReport("volume", "How many cases were opened and closed each day", Read, Table);

    private static async Task<VolumeReport> Read(ReportQuestion asked)
    {
        var period = asked.Period;
        var opened = await ByDay(
            CaseFilter
                .Created(asked.Cases, period.Begins, period.Ends)
                .GroupBy(row => (long)(object)row.CreatedAt / Quarter),
            asked
        );
        var closed = await ByDay(
            CaseFilter
                .Closed(asked.Cases, period.Begins, period.Ends)
                .GroupBy(row => (long)(object)row.ClosedAt! / Quarter),
            asked
        );
        ImmutableArray<VolumeDay> days =
        [
            .. period.Days.Select(day => new VolumeDay(
                day,
                period.BeginOf(day),
                period.BeginOf(day.AddDays(1)),
                opened.GetValueOrDefault(day),
                closed.GetValueOrDefault(day)
            )),
        ];
        return new(
            period.From,
            period.To,
            period.Zone.Id,
            days.Sum(day => day.Opened),
            days.Sum(day => day.Closed),
            days
        );
    }

    private static async Task<Dictionary<DateOnly, int>> ByDay(
        IQueryable<IGrouping<long, CaseRow>> quarters,
        ReportQuestion asked
    )
    {
        var counted = await quarters
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(asked.Cancellation);
        return counted
            .GroupBy(one => asked.Period.DayOf(new DateTimeOffset(one.Key * Quarter, TimeSpan.Zero)), one => one.Count)
            .ToDictionary(day => day.Key, day => day.Sum());
    }

    private static IEnumerable<object?[]> Table(VolumeReport report) =>
        report
            .Days.Select(day => new object?[] { day.Day, day.Opened, day.Closed })
            .Prepend(["day", "opened", "closed"]);
}
