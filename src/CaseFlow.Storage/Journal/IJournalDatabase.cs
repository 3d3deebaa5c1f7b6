namespace CaseFlow.Storage;

/// <summary>What the journal needs of a database to write: one implementation each for SQLite and PostgreSQL.</summary>
internal interface IJournalDatabase
{
    /// <summary>How many writers may work side by side.</summary>
    int Writers { get; }

    IJournalWriter OpenWriter();

    /// <summary>Trying again may help: the database was busy, the connection was lost.</summary>
    bool IsTransient(Exception failure);
}
