namespace CaseFlow.Host.Processes;

/// <summary>Counts what is alike, and keeps a few examples of each.</summary>
internal sealed class Tally<TKey, TExample>
    where TKey : notnull
{
    private const int MostExamples = 5;

    private readonly Dictionary<TKey, (int Count, ImmutableArray<TExample> Examples)> counts = [];

    public IEnumerable<(TKey Key, int Count, ImmutableArray<TExample> Examples)> MostFirst =>
        counts.Select(one => (one.Key, one.Value.Count, one.Value.Examples)).OrderByDescending(one => one.Count);

    public void Add(TKey key, TExample example)
    {
        var (count, examples) = counts.GetValueOrDefault(key, (0, []));
        counts[key] = (count + 1, examples.Length < MostExamples ? examples.Add(example) : examples);
    }
}
