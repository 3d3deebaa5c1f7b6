namespace CaseFlow.Storage;

/// <summary>Words and phrases by which no case is like another: greetings, "Re:", a product's own name.</summary>
public sealed class NoiseWords
{
    private readonly ImmutableArray<string> phrases;

    /// <param name="written">With a semicolon between two.</param>
    public NoiseWords(string? written) =>
        phrases = [
            .. (written ?? "")
                .Split(';')
                .Select(phrase => FoldedText.Of(phrase))
                .Where(phrase => phrase.Length > 0)
                .OrderByDescending(phrase => phrase.Length),
        ];

    /// <summary>The other words of a folded text, each once.</summary>
    public ImmutableArray<string> Without(string folded)
    {
        // Two spaces, so that a phrase that stands twice in a row is found twice.
        var text = $" {folded.Replace(" ", "  ", StringComparison.Ordinal)} ";
        foreach (var phrase in phrases)
        {
            text = text.Replace(
                $" {phrase.Replace(" ", "  ", StringComparison.Ordinal)} ",
                " ",
                StringComparison.Ordinal
            );
        }

        return [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
    }
}
