using CaseFlow.Storage;
using CaseFlow.Workflows.Running;

namespace CaseFlow.Benchmarks;

/// <summary>What a workflow costs in memory, and how many that wait for an event go on and move a case, durably, a second.</summary>
internal static class WorkflowsMeasurement
{
    private const int Instances = 4_000;
    private const double Floor = 0.3;

    public static async IAsyncEnumerable<Figure> Run()
    {
        var cost = InMemory();
        yield return new(
            "five activities in memory",
            cost.Microseconds,
            "us",
            null,
            FormattableString.Invariant(
                $"{1_000_000 / cost.Microseconds:#,##0} runs/s; {cost.Bytes / 1_024:0.0} KB a run"
            )
        );

        using var subject = BenchmarkDatabase.Sqlite();
        using var baseline = BenchmarkDatabase.Sqlite();
        await using var host = await BenchmarkHost.Start(subject);
        await DurableResumes.Publish(host);
        var durable = new DurableResumes(host, await CaseSeed.Fill(host, Instances * Rounds.All));

        await using var other = await BenchmarkHost.Start(baseline);
        var cases = new List<StoredCase>();
        foreach (var id in await CaseSeed.Fill(other, Instances * Rounds.All))
        {
            cases.Add((await other.Journal.Load(id, CancellationToken.None))!);
        }

        var journal = other.Store.OpenJournal();
        await using var writer = journal.OpenWriter();
        var bare = new BareResumes(writer, other.Process, cases);
        var compared = await Rounds.Alternate(() => durable.Run(Instances), () => bare.Run(Instances));
        yield return new(
            "durable resumes that move a case",
            compared.Ratio,
            Figure.Ratio,
            Goal.AtLeast(Floor),
            FormattableString.Invariant(
                $"SQLite; {compared.Subject.Value:#,##0}/s against {compared.Baseline.Value:#,##0}/s of the same rows, bare"
            )
        );
    }

    private static FunctionCost InMemory()
    {
        var (machine, number) = (new BenchmarkFlows().Machine, 0);
        var now = DateTimeOffset.UnixEpoch;
        return FunctionCost.Of(
            200,
            () =>
            {
                var burst = machine.Start(
                    BenchmarkFlows.Sequence,
                    new StartRequest { InstanceId = FormattableString.Invariant($"i{number++}"), Now = now }
                );
                if (burst.Lines.Length != 3)
                {
                    throw new InvalidOperationException("It did not run to its end.");
                }
            }
        );
    }
}
