using CaseFlow.Engine.Processes;

namespace CaseFlow.Host.Processes;

/// <summary>
/// Watches the folder of definitions for files of one kind that name what is in processes: they are read again a moment
/// after one is saved, and when a process changes.
/// </summary>
/// <param name="ending">How the names of those files end.</param>
internal abstract class DefinitionFolder(string folder, string ending, ProcessCatalog processes, TimeProvider time)
    : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(150);

    private readonly SavedFiles files = new(folder, [ending]);
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private ImmutableSortedDictionary<string, PublishedProcess>? readWith;

    /// <summary>Reads what is there. The host does so before it serves.</summary>
    public async Task Catch(CancellationToken cancellation)
    {
        await Load(files.All(), cancellation);
        Read();
    }

    /// <param name="saved">The texts of all files, by path, in their order.</param>
    /// <param name="known">The processes that there are, by key.</param>
    protected abstract void Read(
        IEnumerable<KeyValuePair<string, string>> saved,
        ImmutableSortedDictionary<string, CaseProcess> known
    );

    /// <summary>A look failed; the next one tries again.</summary>
    protected abstract void OnMissed(Exception missed);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(LookEvery, time);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            var changes = files.Look();
            try
            {
                await Take(changes, stoppingToken);
            }
            catch (Exception missed) when (missed is not OperationCanceledException)
            {
                files.LookAgainAt(changes.Saved);
                OnMissed(missed); // the next tick tries again
            }
        }
    }

    private async Task Take(SavedFiles.Changes changes, CancellationToken cancellation)
    {
        if (changes is { Saved: [], Gone: [] } && ReferenceEquals(readWith, processes.All))
        {
            return;
        }

        await Load(changes.Saved, cancellation);
        foreach (var path in changes.Gone)
        {
            texts.Remove(path);
        }

        Read();
    }

    private async Task Load(IEnumerable<string> paths, CancellationToken cancellation)
    {
        foreach (var path in paths)
        {
            texts[path] = await File.ReadAllTextAsync(path, cancellation);
        }
    }

    private void Read()
    {
        readWith = processes.All;
        Read(
            texts.OrderBy(text => text.Key, StringComparer.Ordinal),
            readWith.ToImmutableSortedDictionary(one => one.Key, one => one.Value.Process, StringComparer.Ordinal)
        );
    }
}
