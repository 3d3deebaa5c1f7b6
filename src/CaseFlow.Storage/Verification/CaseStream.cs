namespace CaseFlow.Storage;

/// <summary>The rows of one table, sorted by case, read one at a time.</summary>
internal sealed class CaseStream<T> : IAsyncDisposable
    where T : class
{
    private readonly IAsyncEnumerator<T> rows;
    private readonly Func<T, Guid> caseOf;
    private T? next;

    private CaseStream(IAsyncEnumerator<T> rows, Func<T, Guid> caseOf)
    {
        this.rows = rows;
        this.caseOf = caseOf;
    }

    /// <summary>The case of the row that is next; null at the end.</summary>
    public Guid? NextCase { get; private set; }

    public static async Task<CaseStream<T>> Open(
        IAsyncEnumerable<T> rows,
        Func<T, Guid> caseOf,
        CancellationToken cancellation
    )
    {
        var stream = new CaseStream<T>(rows.GetAsyncEnumerator(cancellation), caseOf);
        await stream.Advance();
        return stream;
    }

    /// <summary>The next row, if it is of this case.</summary>
    public async ValueTask<T?> Take(Guid id)
    {
        if (NextCase != id)
        {
            return null;
        }

        var taken = next;
        await Advance();
        return taken;
    }

    /// <summary>All rows of this case.</summary>
    public async ValueTask<IReadOnlyList<T>> TakeAll(Guid id)
    {
        var taken = new List<T>();
        while (await Take(id) is { } row)
        {
            taken.Add(row);
        }

        return taken;
    }

    public ValueTask DisposeAsync() => rows.DisposeAsync();

    private async ValueTask Advance()
    {
        next = await rows.MoveNextAsync() ? rows.Current : null;
        NextCase = next is null ? null : caseOf(next);
    }
}
