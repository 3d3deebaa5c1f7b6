using System.Globalization;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Logs.Discovering;

/// <summary>Gives each word of a log a key that no other has.</summary>
/// <param name="noun">What a key is called that no letter of the word can make: <c>status-3</c>.</param>
/// <param name="taken">Keys that the author chose.</param>
internal sealed class UniqueKeys(string noun, IEnumerable<string> taken)
{
    // The two words mean something else in transitions.
    private readonly HashSet<string> used = new(taken.Append("any").Append("same"), StringComparer.Ordinal);

    public string For(string word)
    {
        var slug = LogText.Slug(word);
        var stem =
            slug.Length == 0 ? noun
            : char.IsAsciiDigit(slug[0]) || YamlWriting.IsWord(slug) ? $"{noun}-{slug}"
            : slug;
        stem = stem.Length <= 54 ? stem : stem[..54].TrimEnd('-');
        var key = stem;
        for (var next = 2; !used.Add(key); next++)
        {
            key = string.Create(CultureInfo.InvariantCulture, $"{stem}-{next}");
        }

        return key;
    }
}
