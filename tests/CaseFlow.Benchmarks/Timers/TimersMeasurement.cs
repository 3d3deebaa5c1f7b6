using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks;

/// <summary>A hundred thousand clocks that fail within one minute: how late the bell is, and whether it rings each once.</summary>
internal static class TimersMeasurement
{
    private const int Cases = 100_000;
    private const int InTransaction = 1_000;

    // Long enough to write the cases before the first of them is due.
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const string Definition = """
        process: timed
        title: Timed
        fields: { serial: { type: text } }
        statuses:
          active: { open: { initial: true } }
          resolved: { done: }
        transitions: any
        sla: [{ kpi: Answer, starts: case.created, met-by: case.resolved, fail-after: 1h }]
        """;

    public static async IAsyncEnumerable<Figure> Run()
    {
        using var database = BenchmarkDatabase.Sqlite();
        await using var host = await BenchmarkHost.Start(database);
        var process = await host.Publish(Definition);
        var firstDue = DateTimeOffset.UtcNow + Ahead;
        await Seed(host, process, firstDue);
        var spare = firstDue - DateTimeOffset.UtcNow;
        if (spare < TimeSpan.Zero)
        {
            yield return Figure.Skipped("timers", "writing the cases took longer than the time to the first of them");
            yield break;
        }

        await Task.Delay(spare + Minute);
        await UntilRung(host);
        var rings = await Rings(host);
        var late = rings.Select(ring => ring.Late).Order().ToList();
        var beside = FormattableString.Invariant(
            $"{Cases:#,##0} due within one minute; SQLite; latest {late[^1]:0} ms"
        );
        yield return new("late, median", late[late.Count / 2], "ms", null, beside);
        yield return new("late, 99th percentile", late[late.Count * 99 / 100], "ms", Goal.AtMost(5_000), beside);
        yield return new("lost", Cases - rings.DistinctBy(ring => ring.Case).Count(), "", Goal.AtMost(0), beside);
        yield return new(
            "twice",
            rings.Count - rings.DistinctBy(ring => ring.Case).Count(),
            "",
            Goal.AtMost(0),
            beside
        );
    }

    private static async Task Seed(BenchmarkHost host, CaseProcess process, DateTimeOffset firstDue)
    {
        var journal = host.Store.OpenJournal();
        await using var writer = journal.OpenWriter();
        foreach (var numbers in Enumerable.Range(0, Cases).Chunk(InTransaction))
        {
            var group = numbers
                .Select(number => firstDue + (Minute * number / Cases))
                .Select((due, index) => PreparedAppend.Of(CaseSeed.Open(process, numbers[index] + 1, due.AddHours(-1))))
                .ToList();
            await writer.Write(group);
        }
    }

    private static async Task UntilRung(BenchmarkHost host)
    {
        var end = DateTimeOffset.UtcNow + Patience;
        await using var db = await host.Store.Contexts.CreateDbContextAsync();
        while (DateTimeOffset.UtcNow < end && await db.Timers.AnyAsync())
        {
            await Task.Delay(200);
        }
    }

    private static async Task<List<Ring>> Rings(BenchmarkHost host)
    {
        var rings = new List<Ring>(Cases);
        await using var db = await host.Store.Contexts.CreateDbContextAsync();
        await foreach (var row in db.CaseEvents.AsNoTracking().AsAsyncEnumerable())
        {
            if (CaseEventRow.Read(row.Json) is CaseEvent.ClockFailed failed)
            {
                rings.Add(new Ring(row.CaseId, (failed.At - failed.DueAt).TotalMilliseconds));
            }
        }

        return rings;
    }

    private sealed record Ring(Guid Case, double Late);
}
