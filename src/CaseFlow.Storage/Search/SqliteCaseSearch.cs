using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>Full text in SQLite: FTS5, whose index is named <c>case_search</c> and is kept by triggers on <c>case_texts</c>.</summary>
internal static class SqliteCaseSearch
{
    /// <summary>Statements for a migration. Words come folded, so that the tokenizer has only to part them at spaces.</summary>
    public const string Create = """
        CREATE VIRTUAL TABLE case_search USING fts5(title, description, activities, resolution,
          content = 'case_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
        CREATE TRIGGER case_texts_added AFTER INSERT ON case_texts BEGIN
          INSERT INTO case_search (rowid, title, description, activities, resolution)
          VALUES (new.id, new.title, new.description, new.activities, new.resolution);
        END;
        CREATE TRIGGER case_texts_changed AFTER UPDATE OF title, description, activities, resolution ON case_texts BEGIN
          INSERT INTO case_search (case_search, rowid, title, description, activities, resolution)
          VALUES ('delete', old.id, old.title, old.description, old.activities, old.resolution);
          INSERT INTO case_search (rowid, title, description, activities, resolution)
          VALUES (new.id, new.title, new.description, new.activities, new.resolution);
        END;
        CREATE TRIGGER case_texts_removed AFTER DELETE ON case_texts BEGIN
          INSERT INTO case_search (case_search, rowid, title, description, activities, resolution)
          VALUES ('delete', old.id, old.title, old.description, old.activities, old.resolution);
        END;
        """;

    /// <summary>Statements for a migration: all texts go, and the next start of a host makes them anew.</summary>
    public const string Empty = """
        DROP TRIGGER case_texts_removed;
        DELETE FROM case_texts;
        INSERT INTO case_search (case_search) VALUES ('delete-all');
        CREATE TRIGGER case_texts_removed AFTER DELETE ON case_texts BEGIN
          INSERT INTO case_search (case_search, rowid, title, description, activities, resolution)
          VALUES ('delete', old.id, old.title, old.description, old.activities, old.resolution);
        END;
        """;

    // The joins are crossed so that SQLite goes from the index to the cases and never the other way round.
    public static IQueryable<CaseRow> Newest(CaseFlowDb db, string match, long before) =>
        db.Cases.FromSql(
            $"""
            SELECT c.* FROM case_search CROSS JOIN case_texts t ON t.id = case_search.rowid CROSS JOIN cases c ON c.id = t.case_id
            WHERE case_search MATCH {match} AND case_search.rowid < {before} ORDER BY case_search.rowid DESC
            """
        );

    public static IQueryable<CaseTextRow> Texts(CaseFlowDb db, string match) =>
        db.CaseTexts.FromSql(
            $"SELECT t.* FROM case_search CROSS JOIN case_texts t ON t.id = case_search.rowid WHERE case_search MATCH {match}"
        );

    public static string Match(SearchWords words, SearchTier tier) =>
        tier == SearchTier.Title ? $"{{title}} : {All(words)}" : $"{All(words)} NOT ({{title}} : {All(words)})";

    public static string All(SearchWords words) =>
        $"({string.Join(" AND ", words.Words.Select(Quoted))}{(words.LastIsBeginning ? " *" : "")})";

    public static string Quoted(string word) => $"\"{word}\"";
}
