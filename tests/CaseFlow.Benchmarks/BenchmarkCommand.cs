namespace CaseFlow.Benchmarks;

/// <summary>The command line: a suite, perhaps some of its measurements by name, perhaps <c>--json</c>.</summary>
internal static class BenchmarkCommand
{
    private const int AllMet = 0;
    private const int GoalMissed = 1;
    private const int WrongUse = 2;

    private static readonly ImmutableArray<Measurement> Engine =
    [
        new("routing", RoutingMeasurement.Run),
        new("decide", DecideMeasurement.Run),
        new("conditions", ConditionsMeasurement.Run),
        new("journal-sqlite", SqliteJournalMeasurement.Run),
        new("journal-postgresql", PostgreSqlJournalMeasurement.Run),
        new("http", HttpMeasurement.Run),
        new("million", MillionMeasurement.Run),
        new("timers", TimersMeasurement.Run),
        new("queries", QueriesMeasurement.Run),
        new("cascade", CascadeMeasurement.Run),
        new("workflows", WorkflowsMeasurement.Run),
        new("circuits", CircuitsMeasurement.Run),
    ];

    public static async Task<int> Run(string[] args)
    {
        var words = args.Where(arg => arg != "--json").ToList();
        if (words is not ["engine", .. var names] || names.Except(Engine.Select(one => one.Name)).Any())
        {
            await Console.Error.WriteLineAsync(
                $"Usage: engine [{string.Join("] [", Engine.Select(one => one.Name))}] [--json]"
            );
            return WrongUse;
        }

        IReport report = args.Contains("--json") ? new JsonReport(Console.Out) : new TableReport(Console.Out);
        var missed = false;
        foreach (var measurement in Engine.Where(one => names is [] || names.Contains(one.Name)))
        {
            await foreach (var figure in measurement.Run())
            {
                missed |= figure.IsMissed;
                report.Add(measurement.Name, figure);
            }
        }

        report.End();
        return missed ? GoalMissed : AllMet;
    }
}

/// <summary>Something that can be measured, and what measures it.</summary>
internal sealed record Measurement(string Name, Func<IAsyncEnumerable<Figure>> Run);
