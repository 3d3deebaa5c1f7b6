using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Queues;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Reports;

/// <summary>What stands before every report: what was asked makes sense, and only cases that he sees are counted.</summary>
internal sealed class ReportReader(
    IDbContextFactory<CaseFlowDb> databases,
    CaseScopes scopes,
    ReportTitles titles,
    ProcessCatalog processes,
    QueueAccess queues,
    TimeProvider time
)
{
    /// <param name="needs">The parameter that the report cannot do without.</param>
    public async Task<IResult> Answer<T>(
        HttpContext context,
        ReportFilter filter,
        string? needs,
        Func<ReportQuestion, Task<T>> read,
        Func<T, IResult> show
    )
    {
        var (by, cancellation) = (context.Actor(), context.RequestAborted);
        var now = time.GetUtcNow();
        var (period, wrong) = filter.Read(now);
        if ((wrong ?? await Unknown(context, filter, needs)) is { } problem)
        {
            return problem;
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var cases = new CaseFilter(Process: filter.Process, Queue: filter.Queue).Apply(
            db.Cases.AsNoTracking(),
            await scopes.For(by, cancellation),
            []
        );
        return show(await read(new(cases, filter, period!, now, titles, cancellation)));
    }

    private async Task<ApiProblem?> Unknown(HttpContext context, ReportFilter filter, string? needs) =>
        filter.Process is { } process && processes.Newest(process) is null
            ? ApiProblem.NotFound($"There is no process '{process}'.")
        : needs is nameof(ReportFilter.Process) && filter.Process is null
            ? ApiProblem.Malformed("Say of which process, in 'process'.") with
            {
                Allowed = [.. processes.All.Keys],
            }
        : filter.Queue is { } queue and not CaseFilter.None
            ? (await queues.Find(context, queue, filter.Process)).Problem
        : null;
}

/// <summary>A report that is to be made.</summary>
/// <param name="Cases">Those that whoever asks sees, of the process and queue that were asked for.</param>
internal sealed record ReportQuestion(
    IQueryable<CaseRow> Cases,
    ReportFilter Filter,
    ReportPeriod Period,
    DateTimeOffset Now,
    ReportTitles Titles,
    CancellationToken Cancellation
);
