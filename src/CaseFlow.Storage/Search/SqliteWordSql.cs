namespace CaseFlow.Storage;

/// <summary>Words in SQLite's FTS5, whose rank knows how rare a word is.</summary>
// The joins are crossed so that SQLite goes from the index to the cases and never the other way round.
internal sealed class SqliteWordSql : IWordSql
{
    public Sql Count(string word, int most) =>
        $"SELECT count(*) FROM (SELECT 1 FROM case_search WHERE case_search MATCH {SqliteCaseSearch.Quoted(word)} LIMIT {most})";

    public Sql Best(SimilarQuestion asked, ImmutableArray<WeightedWord> words) =>
        $"""
            {Having(asked, " OR ", words)}
            ORDER BY is_akin DESC, bm25(case_search, 10.0, 1.0, 1.0, 2.0), t.id DESC LIMIT {asked.Most}
            """;

    public Sql Newest(SimilarQuestion asked, ImmutableArray<WeightedWord> words) =>
        $"{Having(asked, " AND ", words)} ORDER BY case_search.rowid DESC LIMIT {asked.Most}";

    private static Sql Having(SimilarQuestion asked, string joint, ImmutableArray<WeightedWord> words)
    {
        var match = string.Join(joint, words.Select(word => SqliteCaseSearch.Quoted(word.Word)));
        return $"""
            SELECT t.id AS id,
              coalesce(t.subject IN ({asked.Subject}, {asked.Above}), 0) OR coalesce(t.product = {asked.Product}, 0) AS is_akin
            FROM case_search CROSS JOIN case_texts t ON t.id = case_search.rowid CROSS JOIN cases c ON c.id = t.case_id
            WHERE case_search MATCH {match} AND t.id <> {asked.Of}{asked.InState}
            """;
    }
}
