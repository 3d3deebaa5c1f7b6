using CaseFlow.Host.Processes;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Reports;

/// <summary>What queues, stages and people are called whose keys cases hold.</summary>
internal sealed class ReportTitles(ProcessCatalog processes, IDbContextFactory<CaseFlowDb> databases)
{
    public string OfQueue(string process, string key) => processes.Newest(process)?.FindQueue(key)?.Title.Text ?? key;

    public string OfStage(string process, string key) => processes.Newest(process)?.FindStage(key)?.Title.Text ?? key;

    /// <summary>The stages of a process, in their order.</summary>
    public ImmutableArray<string> Stages(string process) =>
        [.. processes.Newest(process)?.Stages.Select(stage => stage.Key) ?? []];

    public async Task<Dictionary<string, string>> OfPeople(IEnumerable<string?> keys, CancellationToken cancellation)
    {
        var wanted = keys.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db
            .Users.AsNoTracking()
            .Where(user => wanted.Contains(user.Key))
            .ToDictionaryAsync(user => user.Key, user => user.Name, StringComparer.Ordinal, cancellation);
    }
}
