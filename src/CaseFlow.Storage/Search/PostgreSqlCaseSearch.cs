using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>Full text in PostgreSQL: <c>vector</c>, a generated column of <c>case_texts</c>, with an index over it.</summary>
internal static class PostgreSqlCaseSearch
{
    /// <summary>
    /// A statement for a migration. 'simple' belongs to no language and keeps every word; the words come folded, so that it has only
    /// to part them at spaces.
    /// </summary>
    public const string Create = """
        ALTER TABLE case_texts ADD COLUMN vector tsvector GENERATED ALWAYS AS (
          setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', description), 'B') ||
          setweight(to_tsvector('simple', resolution), 'C') || setweight(to_tsvector('simple', activities), 'D')) STORED;
        CREATE INDEX ix_case_texts_vector ON case_texts USING gin (vector);
        """;

    public static IQueryable<CaseRow> Newest(CaseFlowDb db, SearchWords words, SearchTier tier, long before)
    {
        var (all, title) = (All(words, weight: ""), All(words, weight: "A"));
        return tier == SearchTier.Title
            ? db.Cases.FromSql(
                $"""
                SELECT c.* FROM case_texts t JOIN cases c ON c.id = t.case_id
                WHERE t.vector @@ to_tsquery('simple', {title}) AND t.id < {before} ORDER BY t.id DESC
                """
            )
            : db.Cases.FromSql(
                $"""
                SELECT c.* FROM case_texts t JOIN cases c ON c.id = t.case_id
                WHERE t.vector @@ to_tsquery('simple', {all}) AND NOT t.vector @@ to_tsquery('simple', {title})
                  AND t.id < {before} ORDER BY t.id DESC
                """
            );
    }

    public static IQueryable<CaseTextRow> Texts(CaseFlowDb db, string all) =>
        db.CaseTexts.FromSql($"SELECT * FROM case_texts WHERE vector @@ to_tsquery('simple', {all})");

    /// <param name="weight"><c>A</c> for the title, nothing for anywhere.</param>
    public static string All(SearchWords words, string weight)
    {
        var last = words.LastIsBeginning ? words.Words.Length - 1 : -1;
        return string.Join(
            " & ",
            words.Words.Select(
                (word, index) =>
                    index == last ? $"{word}:*{weight}"
                    : weight.Length > 0 ? $"{word}:{weight}"
                    : word
            )
        );
    }

    /// <summary>How many cases have the word, counted up to <paramref name="most"/>.</summary>
    public static IQueryable<long> Count(CaseFlowDb db, string word, int most) =>
        db.Database.SqlQuery<long>(
            $"""
            SELECT count(*) AS "Value"
            FROM (SELECT 1 FROM case_texts WHERE vector @@ to_tsquery('simple', {word}) LIMIT {most}) found
            """
        );

    // The server's own rank does not know how rare a word is; each word's part is therefore weighed here.
    public static IQueryable<SimilarHit> Similar(
        CaseFlowDb db,
        SimilarQuestion asked,
        ImmutableArray<WeightedWord> words
    )
    {
        string[] each = [.. words.Select(word => word.Word)];
        double[] weights = [.. words.Select(word => word.Weight)];
        var any = string.Join(" | ", each);
        return db.Database.SqlQuery<SimilarHit>(
            $$"""
            SELECT t.id AS "Id", rank.score AS "Score",
              coalesce(t.subject IN ({{asked.Subject}}::text, {{asked.Above}}::text), false) OR
                 coalesce(t.product = {{asked.Product}}::text, false) AS "IsAkin"
            FROM case_texts t JOIN cases c ON c.id = t.case_id CROSS JOIN LATERAL (
              SELECT sum(word.weight * ts_rank(ARRAY[0.1, 0.2, 0.1, 1.0]::real[], t.vector, to_tsquery('simple', word.text), 1)) AS score
              FROM unnest({{each}}, {{weights}}) AS word (text, weight)) rank
            WHERE t.vector @@ to_tsquery('simple', {{any}}) AND t.id <> {{asked.Of}}
              AND ({{asked.State}}::text IS NULL OR c.state = {{asked.State}}::text)
            ORDER BY 3 DESC, 2 DESC, 1 DESC LIMIT {{asked.Most}}
            """
        );
    }

    public static IQueryable<SimilarHit> NewestSimilar(
        CaseFlowDb db,
        SimilarQuestion asked,
        ImmutableArray<WeightedWord> words
    )
    {
        var all = string.Join(" & ", words.Select(word => word.Word));
        return db.Database.SqlQuery<SimilarHit>(
            $"""
            SELECT t.id AS "Id", 0.0::double precision AS "Score",
              coalesce(t.subject IN ({asked.Subject}::text, {asked.Above}::text), false) OR
                 coalesce(t.product = {asked.Product}::text, false) AS "IsAkin"
            FROM case_texts t JOIN cases c ON c.id = t.case_id
            WHERE t.vector @@ to_tsquery('simple', {all}) AND t.id <> {asked.Of}
              AND ({asked.State}::text IS NULL OR c.state = {asked.State}::text)
            ORDER BY t.id DESC LIMIT {asked.Most}
            """
        );
    }
}
