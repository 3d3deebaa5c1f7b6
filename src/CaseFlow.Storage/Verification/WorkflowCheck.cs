namespace CaseFlow.Storage;

/// <summary>Compares what instances of workflows are found by, and woken by, with what they themselves say.</summary>
internal static class WorkflowCheck
{
    public static async IAsyncEnumerable<Discrepancy> Of(StoreSnapshot snapshot)
    {
        var versions = await snapshot.WorkflowVersions();
        var waits = await snapshot.WorkflowWaits();
        await foreach (var row in snapshot.WorkflowInstances)
        {
            foreach (var detail in Compare(row, versions, waits))
            {
                yield return new(null, $"Instance {row.Id} of workflow '{row.Definition}': {detail}");
            }
        }

        foreach (var (id, wait) in waits)
        {
            yield return new(null, $"Instance {wait.Instance} is to be woken at {id}, and does not wait there.");
        }
    }

    private static IEnumerable<string> Compare(
        WorkflowInstanceRow row,
        HashSet<string> versions,
        Dictionary<string, WorkflowWait> waits
    )
    {
        var state = row.Read().State;
        if (!versions.Contains(row.Hash))
        {
            yield return $"the version {row.Hash} that it runs by is missing.";
        }

        var says = (state.Status.ToString(), state.SubStatus.ToString(), state.CorrelationId);
        if (says != (row.Status, row.SubStatus, row.CorrelationId))
        {
            yield return "its status or correlation id is another than by its state.";
        }

        foreach (var bookmark in state.Bookmarks.Where(WorkflowBookmarkRow.HasRow))
        {
            if (!waits.Remove(bookmark.Id, out var wait) || wait.Instance != row.Id)
            {
                yield return $"nothing wakes it at {bookmark.Id}, where it waits.";
            }
            else if (wait.Due != bookmark.DueAt || wait.CorrelationId != state.CorrelationId)
            {
                yield return $"its wait {bookmark.Id} is due or found otherwise than by its state.";
            }
        }
    }
}

/// <summary>What wakes an instance, as far as its state says the same.</summary>
internal sealed record WorkflowWait(string Instance, DateTimeOffset? Due, string? CorrelationId);
