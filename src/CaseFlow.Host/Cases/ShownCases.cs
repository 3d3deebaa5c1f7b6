using System.Collections.Concurrent;
using System.Text.Json;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Host.Cases;

/// <summary>
/// The cases that lists have shown lately. Pages are read again and again while people look at them, and mostly nothing has
/// happened: a case at a version that was seen is the same case for ever, and reading its JSON is the dearest part of a page.
/// </summary>
internal sealed class ShownCases
{
    // A few kilobytes each.
    private const int Most = 5_000;

    private readonly ConcurrentDictionary<Guid, Case> seen = new();

    public Case Read(ListedCase listed)
    {
        if (seen.TryGetValue(listed.Id, out var known) && known.Version == listed.Version)
        {
            return known;
        }

        var read = JsonSerializer.Deserialize(listed.Snapshot, CaseJson.Stored.Case)!;
        if (seen.Count >= Most)
        {
            seen.Clear();
        }

        return seen[listed.Id] = read;
    }
}
