namespace CaseFlow.Storage;

/// <summary>
/// Reads that are asked for all day, in SQL that both databases take, prepared once for each connection. LINQ, which the rest is read
/// with, composes its SQL anew at each asking, and for a page of a queue that took longer than reading it.
/// </summary>
internal interface IReads
{
    /// <summary>All rows that the SQL gives, in its order.</summary>
    ValueTask<ImmutableArray<T>> All<T>(Sql sql, Func<IRow, T> read, CancellationToken cancellation);
}

internal static class ReadsOfOne
{
    /// <summary>The first row; null where there is none.</summary>
    public static async ValueTask<T?> First<T>(
        this IReads reads,
        Sql sql,
        Func<IRow, T> read,
        CancellationToken cancellation
    )
        where T : class => await reads.All(sql, read, cancellation) is [var first, ..] ? first : null;
}
