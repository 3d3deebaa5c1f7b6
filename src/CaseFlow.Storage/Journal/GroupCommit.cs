namespace CaseFlow.Storage;

/// <summary>
/// Brings groups of appends into the database whatever happens on the way: what may pass is tried again, and where a
/// group fails for its data, each append is written alone, so that only the one to blame fails.
/// </summary>
internal sealed class GroupCommit(IJournalDatabase database, OutboxBell bell) : IAsyncDisposable
{
    private const int Attempts = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);

    private IJournalWriter? writer;

    public async Task Write(IReadOnlyList<PendingAppend> group)
    {
        if (group is [])
        {
            return;
        }

        try
        {
            await WriteGroup(group);
        }
        catch (Exception failure) when (group.Count > 1 && !database.IsTransient(failure))
        {
            foreach (var pending in group)
            {
                await Write([pending]);
            }
        }
        catch (Exception failure)
        {
            foreach (var pending in group)
            {
                pending.Fail(failure);
            }
        }
    }

    public ValueTask DisposeAsync() => CloseWriter();

    private async Task WriteGroup(IReadOnlyList<PendingAppend> group)
    {
        var verdicts = await TryUntilKnown(group);
        for (var index = 0; index < verdicts.Length; index++)
        {
            group[index].Settle(verdicts[index]);
        }

        if (group.Any(pending => pending.Append.Row is not null))
        {
            bell.Ring();
        }
    }

    private async Task<Verdict[]> TryUntilKnown(IReadOnlyList<PendingAppend> group)
    {
        var appends = group.Select(pending => pending.Append).ToList();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                writer ??= database.OpenWriter();
                var verdicts = await writer.Write(appends);
                return await Own(group, verdicts, writer);
            }
            catch (Exception failure)
            {
                // Closing it rolls back whatever it was at, and a new one knows nothing of the old one's trouble.
                await CloseWriter();
                if (!database.IsTransient(failure))
                {
                    throw;
                }

                foreach (var pending in group)
                {
                    pending.Uncertain = true;
                }

                if (attempt == Attempts)
                {
                    throw;
                }
            }

            await Task.Delay(FirstPause * Math.Pow(2, attempt - 1));
        }
    }

    // Where the end of an earlier attempt was not seen, what looks like another writer's append may be our own.
    private static async Task<Verdict[]> Own(
        IReadOnlyList<PendingAppend> group,
        Verdict[] verdicts,
        IJournalWriter writer
    )
    {
        for (var index = 0; index < verdicts.Length; index++)
        {
            if (
                verdicts[index] != Verdict.Appended
                && group[index].Uncertain
                && await writer.IsWritten(group[index].Append)
            )
            {
                verdicts[index] = Verdict.Appended;
            }
        }

        return verdicts;
    }

    private async ValueTask CloseWriter()
    {
        if (writer is not null)
        {
            await writer.DisposeAsync();
            writer = null;
        }
    }
}
