using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Reports;

/// <summary><c>GET /api/reports/funnel</c>: of the cases opened in the period, how far along the path each has come.</summary>
internal static class ReadFunnel
{
    /// <param name="Opened">In the period.</param>
    /// <param name="Active">Of those, which are still active.</param>
    public sealed record FunnelReport(
        string Process,
        DateOnly From,
        DateOnly To,
        DateTimeOffset Begins,
        DateTimeOffset Ends,
        int Opened,
        int Active,
        int Resolved,
        int Cancelled,
        ImmutableArray<FunnelStage> Stages
    );

    /// <param name="Reached">Cases that stand in this stage or in a later one, closed ones where they were closed.</param>
    /// <param name="Active">Those that are active and in this very stage.</param>
    public sealed record FunnelStage(string Key, string Title, int Reached, int Active);

    public static void Map(IEndpointRouteBuilder reports) =>
        reports.MapReport(
            "funnel",
            "How far the cases opened in the period have come along the stages",
            Read,
            Table,
            needs: nameof(ReportFilter.Process)
        );

    private static async Task<FunnelReport> Read(ReportQuestion asked)
    {
        var (period, process) = (asked.Period, asked.Filter.Process!);
        var counted = await CaseFilter
            .Created(asked.Cases, period.Begins, period.Ends)
            .GroupBy(row => new { row.Stage, row.State })
            .Select(group => new
            {
                group.Key.Stage,
                group.Key.State,
                Count = group.Count(),
            })
            .ToListAsync(asked.Cancellation);
        var stages = asked.Titles.Stages(process);
        int Of(CaseState state) => counted.Where(one => one.State == state).Sum(one => one.Count);
        return new(
            process,
            period.From,
            period.To,
            period.Begins,
            period.Ends,
            counted.Sum(one => one.Count),
            Of(CaseState.Active),
            Of(CaseState.Resolved),
            Of(CaseState.Cancelled),
            [
                .. stages.Select(
                    (key, place) =>
                        new FunnelStage(
                            key,
                            asked.Titles.OfStage(process, key),
                            counted
                                .Where(one => one.Stage is { } stage && stages.IndexOf(stage) >= place)
                                .Sum(one => one.Count),
                            counted
                                .Where(one => one.Stage == key && one.State == CaseState.Active)
                                .Sum(one => one.Count)
                        )
                ),
            ]
        );
    }

    private static IEnumerable<object?[]> Table(FunnelReport report) =>
        report
            .Stages.Select(stage => new object?[] { stage.Key, stage.Title, stage.Reached, stage.Active })
            .Prepend(["stage", "title", "reached", "active"]);
}
