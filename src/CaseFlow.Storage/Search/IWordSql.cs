namespace CaseFlow.Storage;

/// <summary>How a database is asked in SQL for cases that have words; full text is each one's own. Words come folded.</summary>
internal interface IWordSql
{
    /// <summary>How many cases have the word, counted up to <paramref name="most"/>.</summary>
    Sql Count(string word, int most);

    /// <summary>
    /// The numbers of the cases that have any of the words, as <c>id</c>, and as <c>is_akin</c> whether they have the same subject or
    /// product or the subject above: those first, and the best first by the database's own rank.
    /// </summary>
    Sql Best(SimilarQuestion asked, ImmutableArray<WeightedWord> words);

    /// <summary>The same of those that have all the words, the newest first.</summary>
    Sql Newest(SimilarQuestion asked, ImmutableArray<WeightedWord> words);
}
