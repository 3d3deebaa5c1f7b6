namespace CaseFlow.Host.Processes;

/// <summary>
/// The files of some kinds in a folder, and which of them were saved since the look before. It looks at times and sizes
/// instead of asking the system to be told: that works on every file system, and sees a file that an editor replaced just as well.
/// </summary>
/// <param name="endings">How the names of those files end.</param>
internal sealed class SavedFiles(string folder, params ImmutableArray<string> endings)
{
    private readonly Dictionary<string, Seen> seen = new(StringComparer.Ordinal);

    /// <summary>All of them, as they are now.</summary>
    public IReadOnlyList<string> All()
    {
        foreach (var (path, stamp) in Files())
        {
            seen[path] = new Seen(stamp, IsSettled: true);
        }

        return [.. seen.Keys];
    }

    /// <summary>Those that the last look found.</summary>
    public IEnumerable<string> Known => seen.Keys;

    /// <summary>Tells which files changed and have been left alone since the look before, so that none is read half saved.</summary>
    public Changes Look()
    {
        var settled = new List<string>();
        var files = Files().ToDictionary(file => file.Path, file => file.Stamp, StringComparer.Ordinal);
        foreach (var (path, stamp) in files)
        {
            if (seen.GetValueOrDefault(path) is not { } before || before.Stamp != stamp)
            {
                seen[path] = new Seen(stamp, IsSettled: false);
            }
            else if (!before.IsSettled)
            {
                seen[path] = before with { IsSettled = true };
                settled.Add(path);
            }
        }

        var gone = seen.Keys.Where(path => !files.ContainsKey(path)).ToList();
        gone.ForEach(path => seen.Remove(path));
        return new Changes(settled, gone);
    }

    /// <summary>Counts these files as just saved: what came of them was not seen to its end.</summary>
    public void LookAgainAt(IEnumerable<string> paths)
    {
        foreach (var path in paths.Where(seen.ContainsKey))
        {
            seen[path] = seen[path] with { IsSettled = false };
        }
    }

    /// <summary>Whether somebody may be writing this file right now.</summary>
    public bool IsBeingSaved(string path) => seen.GetValueOrDefault(path) is { IsSettled: false };

    private IEnumerable<(string Path, Stamp Stamp)> Files() =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal)
                .Select(path => new FileInfo(path))
                .Select(file => (file.FullName, new Stamp(file.LastWriteTimeUtc, file.Length)))
            : [];

    /// <summary>What a look found, by whole paths.</summary>
    internal sealed record Changes(IReadOnlyList<string> Saved, IReadOnlyList<string> Gone);

    private sealed record Stamp(DateTime WrittenAt, long Length);

    private sealed record Seen(Stamp Stamp, bool IsSettled);
}
