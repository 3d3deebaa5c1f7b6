using System.Globalization;

namespace CaseFlow.Storage;

/// <summary>Words in PostgreSQL's text search. The server's own rank does not know how rare a word is; each word's part is weighed here.</summary>
internal sealed class PostgreSqlWordSql : IWordSql
{
    public Sql Count(string word, int most) =>
        $"""
            SELECT count(*)
            FROM (SELECT 1 FROM case_texts WHERE vector @@ to_tsquery('simple', {word}) LIMIT {most}) found
            """;

    public Sql Best(SimilarQuestion asked, ImmutableArray<WeightedWord> words)
    {
        // As one text each, so that the statement is the same however many words there are.
        var texts = string.Join(' ', words.Select(word => word.Word));
        var weights = string.Join(' ', words.Select(word => word.Weight.ToString(CultureInfo.InvariantCulture)));
        return $"""
            {Having(asked, " | ", words)}
            ORDER BY is_akin DESC, (
              SELECT sum(word.weight * ts_rank(ARRAY[0.1, 0.2, 0.1, 1.0]::real[], t.vector, to_tsquery('simple', word.text), 1))
              FROM unnest(string_to_array({texts}, ' '), string_to_array({weights}, ' ')::float8[]) AS word (text, weight)
            ) DESC, t.id DESC LIMIT {asked.Most}
            """;
    }

    public Sql Newest(SimilarQuestion asked, ImmutableArray<WeightedWord> words) =>
        $"{Having(asked, " & ", words)} ORDER BY t.id DESC LIMIT {asked.Most}";

    private static Sql Having(SimilarQuestion asked, string joint, ImmutableArray<WeightedWord> words)
    {
        var query = string.Join(joint, words.Select(word => word.Word));
        return $"""
            SELECT t.id AS id, coalesce(t.subject IN ({asked.Subject}::text, {asked.Above}::text), false)
              OR coalesce(t.product = {asked.Product}::text, false) AS is_akin
            FROM case_texts t JOIN cases c ON c.id = t.case_id
            WHERE t.vector @@ to_tsquery('simple', {query}) AND t.id <> {asked.Of}{asked.InState}
            """;
    }
}
