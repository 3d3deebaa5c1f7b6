using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Reports;

/// <summary>What supervisors count: volume, backlog, clocks and the funnel of stages.</summary>
internal static class ReportsSetup
{
    public static void AddReports(this IServiceCollection services)
    {
        services.AddSingleton<ReportTitles>();
        services.AddSingleton<ReportReader>();
    }

    public static void MapReports(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports");
        ReadVolume.Map(reports);
        ReadBacklog.Map(reports);
        ReadClocks.Map(reports);
        ReadFunnel.Map(reports);
    }

    /// <summary>A report, and the same as a table at an address that ends in <c>.csv</c>.</summary>
    public static void MapReport<T>(
        this IEndpointRouteBuilder reports,
        string name,
        string summary,
        Func<ReportQuestion, Task<T>> read,
        Func<T, IEnumerable<object?[]>> table,
        string? needs = null
    )
    {
        reports
            .MapGet(
                $"/{name}",
                (HttpContext context, [AsParameters] ReportFilter filter, ReportReader reader) =>
                    reader.Answer(context, filter, needs, read, found => TypedResults.Ok(found))
            )
            .Needs(Rights.ReadReports)
            .WithName($"{name}-report")
            .WithSummary(summary)
            .Produces<T>()
            .ProducesProblems(400, 401, 403, 404);
        reports
            .MapGet(
                $"/{name}.csv",
                (HttpContext context, [AsParameters] ReportFilter filter, ReportReader reader) =>
                    reader.Answer(
                        context,
                        filter,
                        needs,
                        read,
                        found => Results.File(Csv.Write(table(found)), "text/csv; charset=utf-8", $"{name}.csv")
                    )
            )
            .Needs(Rights.ReadReports)
            .WithName($"{name}-report-csv")
            .WithSummary($"{summary}, as a table")
            .Produces<string>(contentType: "text/csv")
            .ProducesProblems(400, 401, 403, 404);
    }
}
