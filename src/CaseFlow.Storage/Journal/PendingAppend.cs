namespace CaseFlow.Storage;

/// <summary>An append on its way to the database, and the caller who waits for its result.</summary>
internal sealed class PendingAppend(PreparedAppend append)
{
    private readonly TaskCompletionSource<AppendResult> result = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    private int taken;

    public PreparedAppend Append => append;

    public Task<AppendResult> Result => result.Task;

    /// <summary>An attempt ended in a way that leaves open whether it was written.</summary>
    public bool Uncertain { get; set; }

    /// <summary>For the writer, who gets it, or the caller, who withdraws it: whoever is first.</summary>
    public bool TryTake() => Interlocked.Exchange(ref taken, 1) == 0;

    public void Withdraw(CancellationToken cancellation)
    {
        if (TryTake())
        {
            result.SetCanceled(cancellation);
        }
    }

    public void Settle(Verdict verdict) =>
        result.SetResult(
            verdict switch
            {
                Verdict.Appended => new AppendResult.Appended(append.After),
                Verdict.Overtaken => AppendResult.Overtaken.Instance,
                _ => AppendResult.AnswerTaken.Instance,
            }
        );

    public void Fail(Exception failure) => result.SetException(failure);
}
