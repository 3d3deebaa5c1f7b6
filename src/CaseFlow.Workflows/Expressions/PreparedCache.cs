using System.Collections.Concurrent;

namespace CaseFlow.Workflows.Expressions;

/// <summary>What was prepared from texts, as many as the limit says; those not asked for lately go first.</summary>
/// <remarks>Two generations: when the young one is full it becomes the old one, and what is asked for moves back.</remarks>
internal sealed class PreparedCache<T>(int limit, Func<string, T> prepare)
    where T : class
{
    private readonly int _generation = Math.Max(1, limit / 2);
    private ConcurrentDictionary<string, T> _young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, T> _old = new(StringComparer.Ordinal);

    public int Count => _young.Count + _old.Count;

    public T Get(string text)
    {
        if (_young.TryGetValue(text, out var prepared))
        {
            return prepared;
        }

        prepared = _old.TryGetValue(text, out var older) ? older : prepare(text);
        if (_young.Count >= _generation)
        {
            _old = _young;
            _young = new ConcurrentDictionary<string, T>(StringComparer.Ordinal);
        }

        _young[text] = prepared;
        return prepared;
    }
}
