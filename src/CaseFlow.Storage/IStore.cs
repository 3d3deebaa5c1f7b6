using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>All that differs between the databases, outside the model.</summary>
internal interface IStore
{
    IDbContextFactory<CaseFlowDb> Contexts { get; }

    IReads Reads { get; }

    IWordSql Words { get; }

    IJournalDatabase OpenJournal();

    /// <summary>Makes the database fit for this version. Cheap where it is already, however much it holds.</summary>
    Task Prepare(CancellationToken cancellation);

    /// <summary>Runs a small write that is not the journal's, when it is its turn.</summary>
    Task<T> Write<T>(Func<CaseFlowDb, Task<T>> write, CancellationToken cancellation);

    /// <summary>The store as it is at one moment, to be read at leisure while it moves on.</summary>
    Task<StoreSnapshot> OpenSnapshot(CancellationToken cancellation);
}
