namespace CaseFlow.Engine.Processes;

/// <summary>A text for people in one or several languages; the identifier it labels never changes.</summary>
public sealed class LocalText(string text, ImmutableSortedDictionary<string, string>? translations = null)
{
    /// <summary>The text where no language is asked for.</summary>
    public string Text { get; } = text;

    /// <summary>By language tag (<c>en</c>, <c>fr</c>); empty where the author wrote one plain text.</summary>
    public ImmutableSortedDictionary<string, string> Translations { get; } =
        translations ?? ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The text in <paramref name="language"/>, or the plain text where it is not translated.</summary>
    public string In(string language) => Translations.GetValueOrDefault(language, Text);

    public override string ToString() => Text;
}
