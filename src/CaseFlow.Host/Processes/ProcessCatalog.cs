using System.Collections.Concurrent;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Processes;

/// <summary>
/// The published definitions: the newest of each process always in memory, older ones fetched when a case still runs by
/// them. How many versions there are costs nothing.
/// </summary>
internal sealed class ProcessCatalog(IDbContextFactory<CaseFlowDb> databases)
{
    private readonly ConcurrentDictionary<(string Key, string Hash), CaseProcess> read = new();
    private readonly ConcurrentDictionary<Follower, bool> followers = new();
    private ImmutableSortedDictionary<string, PublishedProcess> newest = ImmutableSortedDictionary.Create<
        string,
        PublishedProcess
    >(StringComparer.Ordinal);

    /// <summary>The newest version of each process, by key.</summary>
    public ImmutableSortedDictionary<string, PublishedProcess> All => Volatile.Read(ref newest);

    /// <summary>The newest version of each process.</summary>
    public IEnumerable<CaseProcess> Processes => All.Values.Select(one => one.Process);

    /// <summary>
    /// The queues that are private, each with its process: those of the newest versions, and of older ones those that the newest does
    /// not know and in which cases may still be.
    /// </summary>
    public ImmutableArray<(string Process, QueueDefinition Queue)> PrivateQueues { get; private set; } = [];

    public CaseProcess? Newest(string key) => All.GetValueOrDefault(key)?.Process;

    /// <summary>The version that decides about this case now: the newest while it knows where the case stands, else its own.</summary>
    public ValueTask<CaseProcess> For(Case current) =>
        Newest(current.Process) is { } process
        && process.Knows(current.Status, current.Stage, current.Queue, current.State)
            ? ValueTask.FromResult(process)
            : Version(current.Process, current.Definition);

    /// <summary>The newest version, where the case is not on it and its mapping could bring it there; else null.</summary>
    public CaseProcess? CarriesOver(Case current) =>
        Newest(current.Process) is { } process
        && process.Parts.Migrate != MigrationMap.None
        && !process.Knows(current.Status, current.Stage, current.Queue, current.State)
            ? process
            : null;

    /// <summary>Somebody is told the key of each process of which another version becomes the newest, until it is disposed.</summary>
    public IDisposable Follow(Action<string> told)
    {
        var follower = new Follower(followers, told);
        followers[follower] = true;
        return follower;
    }

    /// <summary>A version by the hash that events carry.</summary>
    public async ValueTask<CaseProcess> Version(string key, string hash)
    {
        if (read.TryGetValue((key, hash), out var known))
        {
            return known;
        }

        await using var db = await databases.CreateDbContextAsync();
        var row =
            await db
                .ProcessVersions.AsNoTracking()
                .OrderByDescending(version => version.Number)
                .FirstOrDefaultAsync(version => version.Process == key && version.Hash == hash)
            ?? throw new InvalidOperationException($"Version {hash} of process '{key}' is not in the store.");
        return Read(row);
    }

    /// <summary>
    /// Takes from the store what it does not know yet: everything before the host serves, and later what other hosts have published.
    /// </summary>
    public async Task Load(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var numbers = await db
            .ProcessVersions.GroupBy(version => version.Process)
            .Select(versions => new { Process = versions.Key, Newest = versions.Max(version => version.Number) })
            .ToListAsync(cancellation);
        var unknown = numbers
            .Where(one => one.Newest > (All.GetValueOrDefault(one.Process)?.Number ?? 0))
            .Select(one => one.Process)
            .ToList();
        if (unknown is [])
        {
            return;
        }

        await LoadPrivate(db, unknown, cancellation);
        var rows = await db
            .ProcessVersions.AsNoTracking()
            .Where(one => unknown.Contains(one.Process))
            .Where(one => !db.ProcessVersions.Any(other => other.Process == one.Process && other.Number > one.Number))
            .ToListAsync(cancellation);

        // One that cannot be read keeps no other one from being served.
        foreach (var row in rows.OrderBy(row => Parse(row) is ReadResult.Broken))
        {
            Add(new PublishedProcess(Read(row), row.Number, row.PublishedAt, row.PublishedBy));
        }
    }

    /// <summary>Makes a version the newest of its process, for every command from now on; not where a newer one is known.</summary>
    public void Add(PublishedProcess published)
    {
        var key = published.Process.Key;
        read[(key, published.Process.Hash)] = published.Process;
        ImmutableInterlocked.Update(
            ref newest,
            all => all.GetValueOrDefault(key)?.Number > published.Number ? all : all.SetItem(key, published)
        );
        PrivateQueues = FindPrivateQueues();
        foreach (var follower in followers.Keys)
        {
            follower.Told(key);
        }
    }

    // No queue is private without this word in the definition's text, and hardly any older version has it.
    private async Task LoadPrivate(CaseFlowDb db, List<string> processes, CancellationToken cancellation)
    {
        var rows = await db
            .ProcessVersions.AsNoTracking()
            .Where(row => processes.Contains(row.Process) && row.Source.Contains("private"))
            .ToListAsync(cancellation);
        foreach (var row in rows.Where(row => !read.ContainsKey((row.Process, row.Hash))))
        {
            if (Parse(row) is ReadResult.Ready(var process))
            {
                read.TryAdd((row.Process, row.Hash), process);
            }
        }
    }

    private ImmutableArray<(string Process, QueueDefinition Queue)> FindPrivateQueues() =>
        [
            .. from version in read
            let process = version.Value
            let current = Newest(process.Key)
            from queue in process.Parts.Queues
            where queue.IsPrivate && (process == current || current?.FindQueue(queue.Key) is null)
            select (process.Key, queue),
        ];

    private static ReadResult Parse(ProcessVersionRow row) =>
        ProcessReader.Read($"{row.Process}.process.yaml", row.Source, row.Files);

    private CaseProcess Read(ProcessVersionRow row) =>
        Parse(row) switch
        {
            ReadResult.Ready(var process) => read.GetOrAdd((row.Process, row.Hash), process),
            ReadResult.Broken(var problems) => throw new InvalidOperationException(
                $"Version {row.Number} of process '{row.Process}' cannot be read any more: {problems[0]}"
            ),
            _ => throw new InvalidOperationException(),
        };

    private sealed class Follower(ConcurrentDictionary<Follower, bool> among, Action<string> told) : IDisposable
    {
        public void Told(string key) => told(key);

        public void Dispose() => among.TryRemove(this, out _);
    }
}

/// <summary>A definition with when and by whom it was published. Numbers count from 1 for each process.</summary>
internal sealed record PublishedProcess(CaseProcess Process, int Number, DateTimeOffset At, string By);
