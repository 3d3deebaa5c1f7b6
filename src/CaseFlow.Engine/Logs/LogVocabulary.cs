using System.Collections.Frozen;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Logs;

/// <summary>
/// Which status and which queue of a process a word of a log means: the one that the map names, else the one with that
/// title or that key, however the words are joined and written.
/// </summary>
public sealed class LogVocabulary
{
    private readonly FrozenDictionary<string, string> mapped;
    private readonly WordList statuses;
    private readonly WordList queues;

    /// <param name="mapped">Status keys by the words of the log; what is not here is matched by its name.</param>
    public LogVocabulary(CaseProcess process, IEnumerable<KeyValuePair<string, string>>? mapped = null)
    {
        this.mapped = Cleaned(mapped ?? []);
        statuses = new WordList(process.Parts.Statuses.Select(status => (status.Key, status.Title.Text)));
        queues = new WordList(process.Parts.Queues.Select(queue => (queue.Key, queue.Title.Text)));
    }

    /// <summary>The key of the status; null where the process has none of that name.</summary>
    public string? Status(string word) => mapped.GetValueOrDefault(LogText.Clean(word)) ?? statuses.Find(word);

    /// <summary>The key of the queue; null where the process has none of that name.</summary>
    public string? Queue(string word) => queues.Find(word);

    /// <summary>The map with its words as they are compared.</summary>
    internal static FrozenDictionary<string, string> Cleaned(IEnumerable<KeyValuePair<string, string>> mapped) =>
        mapped
            .GroupBy(pair => LogText.Clean(pair.Key), pair => pair.Value, StringComparer.Ordinal)
            .ToFrozenDictionary(words => words.Key, words => words.Last(), StringComparer.Ordinal);

    private sealed class WordList
    {
        private readonly Dictionary<string, string> exact = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> loose = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, string?> asked = new(StringComparer.Ordinal);

        public WordList(IEnumerable<(string Key, string Title)> names)
        {
            var all = names.ToList();

            // A title says more than a key: in a draft from a log, 'A b' and 'a-b' may be two statuses.
            foreach (var (key, title) in all)
            {
                exact.TryAdd(LogText.Clean(title), key);
            }

            foreach (var (key, title) in all)
            {
                exact.TryAdd(key, key);
                loose.TryAdd(LogText.Clean(title), key);
            }

            foreach (var (key, title) in all)
            {
                loose.TryAdd(key, key);
                loose.TryAdd(LogText.Slug(title), key);
            }
        }

        public string? Find(string word)
        {
            if (!asked.TryGetValue(word, out var known))
            {
                var clean = LogText.Clean(word);
                known = asked[word] =
                    exact.GetValueOrDefault(clean)
                    ?? loose.GetValueOrDefault(clean)
                    ?? (LogText.Slug(clean) is { Length: > 0 } slug ? loose.GetValueOrDefault(slug) : null);
            }

            return known;
        }
    }
}
