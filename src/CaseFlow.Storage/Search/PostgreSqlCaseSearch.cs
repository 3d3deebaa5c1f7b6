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
}
