namespace CaseFlow.Storage;

/// <summary>Wakes whoever in this process waits for something to happen, all at once.</summary>
public class Bell
{
    private TaskCompletionSource? next;

    public void Ring() => Interlocked.Exchange(ref next, null)?.TrySetResult();

    /// <summary>The next ring. Ask for it before looking for work, so that none is missed between looking and waiting.</summary>
    public Task Next()
    {
        var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref next, fresh, null) ?? fresh).Task;
    }

    /// <summary>Waits for the ring, but no longer than so: another process may have made work, and rings no bell here.</summary>
    public static async Task Wait(Task ring, TimeSpan atMost, TimeProvider time, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(ring, Task.Delay(atMost, time, enough.Token));
        await enough.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }
}

/// <summary>Rings when this process has appended to the journal.</summary>
public sealed class OutboxBell : Bell;
