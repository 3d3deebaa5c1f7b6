using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Processes;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Lives;

/// <summary>What holds of every case and of the whole store, whatever was done.</summary>
internal sealed class Invariants(IServiceProvider services)
{
    private readonly CaseJournal journal = services.GetRequiredService<CaseJournal>();
    private readonly ProcessCatalog processes = services.GetRequiredService<ProcessCatalog>();
    private readonly StoreVerifier verifier = services.GetRequiredService<StoreVerifier>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="after">What was done, for who reads of a failure.</param>
    public async Task Check(ImmutableArray<CaseId> ids, string after)
    {
        var cases = new Dictionary<CaseId, Case>();
        foreach (var id in ids)
        {
            if (await journal.Load(id, Cancellation) is { Case: var current })
            {
                cases.Add(id, current);
                await CheckHistory(current);
                await CheckPlace(current, after);
            }
        }

        CheckFamilies(cases, after);
        await CheckRows(cases, after);
        await CheckBalances();
        var found = new List<string>();
        await verifier.Verify(problem => found.Add(problem.ToString()), progress: null, Cancellation);
        Assert.True(found.Count == 0, $"after {after}: {string.Join('\n', found)}");
    }

    private async Task CheckHistory(Case current)
    {
        var history = await journal.History(current.Id, Cancellation);
        Assert.Equal(Enumerable.Range(1, current.Version), history.Select(recorded => recorded.Position));
        Assert.Equal(Text(current), Text(CaseHistory.Replay([.. history.Select(recorded => recorded.Event)])!));
    }

    private async Task CheckPlace(Case current, string after)
    {
        var process = await processes.Version(current.Process, current.Definition);
        Assert.Equal(process.FindStatus(current.Status)!.State, current.State);
        Assert.Equal(current.Stage, current.Path[^1]);
        Assert.Equal(current.Path.Length, current.Path.Distinct(StringComparer.Ordinal).Count());
        Assert.True(current.Queue is null || current.State == CaseState.Active, $"a closed case queued after {after}");
        Assert.True(current.Queue is null == current.QueuedSince is null, $"queued since nothing after {after}");
        Assert.True(current.Worker is null || current.Queue is not null, $"a worker without a queue after {after}");
        Assert.True(current.Owner is null || current.Team is null, $"two owners after {after}");
        Assert.True(current.State == CaseState.Active || current.OpenActivities.IsEmpty, $"work left after {after}");
    }

    // Who says that somebody is his parent or survivor is known there.
    private static void CheckFamilies(Dictionary<CaseId, Case> cases, string after)
    {
        foreach (var (id, current) in cases)
        {
            Assert.True(
                current.Parent is not { } parent || cases[parent].Children.Contains(id),
                $"a parent knows nothing of a child after {after}"
            );
            Assert.All(current.Children, child => Assert.Equal(id, cases[child].Parent));
            Assert.True(
                current.MergedInto is not { } survivor || cases[survivor].MergedCases.Any(one => one.Id == id),
                $"a survivor knows nothing of what became part of it after {after}"
            );
            Assert.All(current.MergedCases, one => Assert.Equal(id, cases[one.Id].MergedInto));
        }
    }

    private async Task CheckRows(Dictionary<CaseId, Case> cases, string after)
    {
        var ids = cases.Keys.Select(id => id.Value).ToList();
        await using var db = await Open();
        var items = await db.QueueItems.Where(row => ids.Contains(row.CaseId)).ToListAsync(Cancellation);
        Assert.Equal(
            cases.Values.Where(one => one.Queue is not null).Select(one => (one.Id.Value, one.Queue)).Order(),
            items.Select(row => (row.CaseId, (string?)row.Queue)).Order()
        );

        var entries = await db
            .EntitlementEntries.Where(row => row.CaseId != null && ids.Contains(row.CaseId.Value) && row.Channel == "")
            .ToListAsync(Cancellation);
        Assert.All(
            cases.Values,
            one =>
                Assert.True(
                    (one.Taken?.Units ?? 0) == -entries.Where(row => row.CaseId == one.Id.Value).Sum(row => row.Amount),
                    $"a case holds other terms than its entries say after {after}"
                )
        );
    }

    private async Task CheckBalances()
    {
        await using var db = await Open();
        var sums = (await db.EntitlementEntries.ToListAsync(Cancellation))
            .GroupBy(row => (row.EntitlementId, row.Channel))
            .ToDictionary(rows => rows.Key, rows => rows.Sum(row => row.Amount));
        Assert.All(
            await db.EntitlementBalances.ToListAsync(Cancellation),
            row => Assert.Equal(sums.GetValueOrDefault((row.EntitlementId, row.Channel)), row.Total - row.Used)
        );
    }

    private Task<CaseFlowDb> Open() =>
        services.GetRequiredService<IDbContextFactory<CaseFlowDb>>().CreateDbContextAsync(Cancellation);

    private static string Text(Case of) => JsonSerializer.Serialize(of, CaseJson.Stored.Case);
}
