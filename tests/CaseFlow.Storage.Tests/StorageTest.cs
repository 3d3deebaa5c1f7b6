namespace CaseFlow.Storage.Tests;

/// <summary>A test of what storage promises, whichever database keeps it.</summary>
public abstract class StorageTest(StorageProvider provider) : IAsyncLifetime
{
    private TestDatabase? database;
    private TestStore? store;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected TestDatabase Database => database!;

    protected TestStore Store => store!;

    protected CaseJournal Journal => Store.Journal;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Create(provider);
        store = await TestStore.Open(database);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (store is not null)
        {
            await store.DisposeAsync();
        }

        database?.Dispose();
    }

    /// <summary>As after the host was stopped and started again.</summary>
    protected async Task Reopen()
    {
        await Store.DisposeAsync();
        store = await TestStore.Open(Database);
    }

    /// <summary>Appends to two cases, and gives both as they then are.</summary>
    protected async Task<(StoredCase First, StoredCase Second)> AppendBoth(CaseAppend both)
    {
        var first = Assert.IsType<AppendResult.Appended>(await Journal.Append(both, Cancellation)).After!;
        return (first, (await Journal.Load(both.Along.Single().After!.Id, Cancellation))!);
    }

    /// <summary>Appends, and gives the case as it then is.</summary>
    protected async Task<StoredCase> Append(StoredCase? before, params ImmutableArray<Engine.Cases.CaseEvent> events) =>
        Assert.IsType<AppendResult.Appended>(await Journal.Append(new CaseAppend(before, events), Cancellation)).After!;
}
