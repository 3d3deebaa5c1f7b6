namespace CaseFlow.Storage;

/// <summary>Where cases are kept: the section <c>Storage</c> of the settings.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>A SQLite file by default; its folder is made where it is missing.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/caseflow.db";

    /// <summary>How many transactions the journal keeps under way at a time. PostgreSQL only: a SQLite file has one writer.</summary>
    public int Writers { get; set; } = 2;
}

/// <summary>The databases to choose from.</summary>
public enum StorageProvider
{
    Sqlite,
    PostgreSql,
}
