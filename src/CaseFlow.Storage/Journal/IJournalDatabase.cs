using CaseFlow.Engine.Cases;

namespace CaseFlow.Storage;

/// <summary>What the journal needs of a database: one implementation each for SQLite and PostgreSQL.</summary>
internal interface IJournalDatabase : IAsyncDisposable
{
    /// <summary>How many writers may work side by side.</summary>
    int Writers { get; }

    ValueTask<StoredCase?> Load(CaseId id, CancellationToken cancellation);

    ValueTask<CaseId?> FindByTicket(string ticket, CancellationToken cancellation);

    ValueTask<ImmutableArray<RecordedEvent>> History(CaseId id, CancellationToken cancellation);

    ValueTask<KeptAnswer?> FindAnswer(string user, string key, CancellationToken cancellation);

    IJournalWriter OpenWriter();

    /// <summary>Trying again may help: the database was busy, the connection was lost.</summary>
    bool IsTransient(Exception failure);
}
