using System.Diagnostics;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Workflows;
using CaseFlow.Host.Workflows.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Benchmarks;

/// <summary>Instances that wait, each about a case of its own: all are told their event and move their case.</summary>
internal sealed class DurableResumes(BenchmarkHost host, ImmutableArray<CaseId> cases)
{
    private const int Callers = 64;

    private int used;

    public static async Task Publish(BenchmarkHost host) =>
        await host
            .Services.GetRequiredService<WorkflowPublisher>()
            .Publish(
                BenchmarkFlows.Mover,
                "mover.workflow.yaml",
                System.Text.Encoding.UTF8.GetBytes(BenchmarkFlows.MoverText),
                CaseSeed.Ann.User,
                CancellationToken.None
            );

    /// <summary>Instances that have gone on and ended, a second.</summary>
    public async Task<double> Run(int instances)
    {
        var names = Enumerable
            .Range(used, instances)
            .Select(number => FormattableString.Invariant($"w{number}"))
            .ToList();
        await Parallel.ForEachAsync(names.Index(), async (one, _) => await Start(one.Item, cases[used + one.Index]));
        used += instances;
        var (events, since) = (host.Services.GetRequiredService<EventDelivery>(), DateTimeOffset.UtcNow);
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            names,
            new ParallelOptions { MaxDegreeOfParallelism = Callers },
            async (name, _) => await events.Receive($"e-{name}", BenchmarkFlows.Event, name, null, null)
        );
        await using var db = await host.Store.Contexts.CreateDbContextAsync();
        while (await db.WorkflowInstances.CountAsync(row => row.FinishedAt >= since) < instances)
        {
            await Task.Delay(20);
        }

        return instances / watch.Elapsed.TotalSeconds;
    }

    private async Task Start(string name, CaseId about) =>
        await host
            .Grains.Workflow(name)
            .Start(
                new(
                    new WorkflowStart(BenchmarkFlows.MoverId)
                    {
                        CorrelationId = name,
                        Input = ImmutableDictionary<string, object?>.Empty.Add("caseId", about.ToString()),
                    }
                )
            );
}
