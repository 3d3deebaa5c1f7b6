namespace CaseFlow.Storage;

/// <summary>The cases and idempotency keys of one group. A group that touches each once can be decided by one statement.</summary>
internal sealed class Meetings
{
    private readonly HashSet<Guid> cases = [];
    private readonly HashSet<(string User, string Key)> answers = [];

    /// <summary>False where the append would be the second on its case or key.</summary>
    public bool TryAdd(PreparedAppend append)
    {
        if (append.Answer is { } answer && !answers.Add((answer.User, answer.Key)))
        {
            return false;
        }

        if (append.Row is { } row && !cases.Add(row.Id))
        {
            return false;
        }

        foreach (var other in append.Along)
        {
            if (!cases.Add(other.Row!.Id))
            {
                return false;
            }
        }

        return true;
    }

    public void Clear()
    {
        cases.Clear();
        answers.Clear();
    }
}
