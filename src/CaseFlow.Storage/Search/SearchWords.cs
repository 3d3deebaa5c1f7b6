namespace CaseFlow.Storage;

/// <summary>
/// What somebody typed, as words to look for. Only letters and digits are left of it, so that no quote, bracket or operator of his
/// means anything to a database.
/// </summary>
public sealed record SearchWords
{
    /// <summary>More are left out: each one narrows what is found, and these will have done.</summary>
    private const int Most = 12;

    /// <summary>One letter begins a good part of all words; it is looked for as a word of its own.</summary>
    private const int ShortestBeginning = 2;

    private SearchWords(string typed, ImmutableArray<string> words, bool lastIsBeginning)
    {
        Typed = typed;
        Words = words;
        LastIsBeginning = lastIsBeginning;
    }

    /// <summary>As it was typed: it may be a ticket number.</summary>
    public string Typed { get; }

    /// <summary>All of them must be found.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>The last word is still being typed: any word that begins so will do.</summary>
    public bool LastIsBeginning { get; }

    public static SearchWords Of(string typed)
    {
        var words = FoldedText.Words(typed);
        var ends = typed.Length > 0 && char.IsLetterOrDigit(typed[^1]);
        return new(
            typed.Trim(),
            words.Length > Most ? words[..Most] : words,
            ends && words is [.., { Length: >= ShortestBeginning }] && words.Length <= Most
        );
    }
}
