namespace CaseFlow.Engine.Processes.Differences;

/// <summary>Which name of an older version is which of a newer one: the same, the one that it is mapped to, or one that is called alike.</summary>
internal sealed class Renaming
{
    private readonly ImmutableSortedDictionary<string, string> renamed;

    private Renaming(ImmutableSortedDictionary<string, string> renamed) => this.renamed = renamed;

    /// <summary>What an old name is called in the newer version; null where it is gone.</summary>
    public string? this[string old] => renamed.GetValueOrDefault(old);

    public static Renaming Of(
        IEnumerable<(string Key, string Called)> before,
        IEnumerable<(string Key, string Called)> after,
        ImmutableSortedDictionary<string, string> mapped
    )
    {
        var (old, now) = (before.ToList(), after.ToList());
        var same = old.Select(one => one.Key).Intersect(now.Select(one => one.Key), StringComparer.Ordinal).ToList();
        var names = same.ToImmutableSortedDictionary(key => key, key => key, StringComparer.Ordinal).ToBuilder();
        var fresh = now.Where(one => !names.ContainsKey(one.Key)).ToList();
        foreach (var one in old.Where(one => !names.ContainsKey(one.Key)).ToList())
        {
            var target = fresh.Find(other =>
                other.Key == mapped.GetValueOrDefault(one.Key)
                || (!mapped.ContainsKey(one.Key) && other.Called == one.Called)
            );
            if (target.Key is not null && fresh.Remove(target))
            {
                names.Add(one.Key, target.Key);
            }
        }

        return new(names.ToImmutable());
    }

    /// <summary>The old one of each newer thing; null for what is new.</summary>
    public T? Before<T>(ImmutableArray<T> old, string key, Func<T, string> keyOf)
        where T : class => old.FirstOrDefault(one => renamed.GetValueOrDefault(keyOf(one)) == key);
}
