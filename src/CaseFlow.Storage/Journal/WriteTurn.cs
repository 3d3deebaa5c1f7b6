namespace CaseFlow.Storage;

/// <summary>
/// SQLite lets one connection write at a time, and one that finds it taken sleeps and tries again, so that a busy journal
/// would starve all other writers. Within this process they take turns instead, first come, first served.
/// </summary>
internal sealed class WriteTurn : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    public Task Wait(CancellationToken cancellation) => turn.WaitAsync(cancellation);

    public void Pass() => turn.Release();

    public void Dispose() => turn.Dispose();
}
