using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads texts for people.</summary>
internal static class Labels
{
    /// <summary>The text, or the key in words where the author gave none.</summary>
    public static LocalText Read(YamlNode? node, string key) => Read(node) ?? new LocalText(InWords(key));

    /// <summary>With translations, the plain text is the English one, or the first where there is no English.</summary>
    public static LocalText? Read(YamlNode? node)
    {
        if (node.AsText() is { } text)
        {
            return new LocalText(text);
        }

        var translations = node.Entries()
            .Where(entry => entry.Value.AsText() is not null)
            .ToImmutableSortedDictionary(entry => entry.Name, entry => entry.Value.AsText()!, StringComparer.Ordinal);
        if (translations.IsEmpty)
        {
            return null;
        }

        var first = node.Entries().First(entry => translations.ContainsKey(entry.Name)).Name;
        return new LocalText(translations.GetValueOrDefault("en", translations[first]), translations);
    }

    // 'on-hold' reads 'On hold'.
    private static string InWords(string key)
    {
        var words = key.Replace('-', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
