namespace CaseFlow.Storage;

/// <summary>What a case is compared by.</summary>
/// <param name="Of">The number of its texts, which are left out of what is found.</param>
/// <param name="Above">The subject above that.</param>
/// <param name="State">The name of the state that is looked in; null for all.</param>
internal sealed record SimilarQuestion(
    long Of,
    string? Subject,
    string? Above,
    string? Product,
    string? State,
    int Most
)
{
    /// <summary>The condition of the state on the case, which is <c>c</c> there, after others.</summary>
    public Sql InState => State is { } state ? $" AND c.state = {state}" : Sql.None;
}

/// <summary>A word that is looked for, and what finding it is worth: the rarer, the more.</summary>
internal readonly record struct WeightedWord(string Word, double Weight);

/// <summary>A case that may be alike, with its texts.</summary>
/// <param name="IsAkin">It has the same subject or product, or the subject above.</param>
internal sealed record SimilarHit(CaseTextRow Text, bool IsAkin);

/// <summary>A case that is like another one.</summary>
/// <param name="Score">By rarity and place of the words that matched; compares within one answer only, 0 where no word did.</param>
/// <param name="ParentSubject">It has the subject above.</param>
/// <param name="Words">The words that matched, folded as they are searched.</param>
public sealed record SimilarMatch(
    Guid CaseId,
    double Score,
    bool SameSubject,
    bool ParentSubject,
    bool SameProduct,
    ImmutableArray<string> Words
);
