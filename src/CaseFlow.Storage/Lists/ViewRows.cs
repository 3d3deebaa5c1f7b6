namespace CaseFlow.Storage;

/// <summary>Finds the lists that people saved: each page of one begins with it.</summary>
public sealed class ViewRows
{
    private readonly IReads reads;

    internal ViewRows(IReads reads) => this.reads = reads;

    /// <summary>A view, where it is this user's or shared; null where there is none for him.</summary>
    public ValueTask<SavedViewRow?> Find(Guid id, string user, CancellationToken cancellation) =>
        reads.First(
            $"""
            SELECT owner, name, filter, sort, columns, is_shared, created_at, modified_at FROM saved_views
            WHERE id = {id} AND (owner = {user} OR is_shared)
            """,
            row => new SavedViewRow
            {
                Id = id,
                Owner = row.Text(0)!,
                Name = row.Text(1)!,
                Filter = row.Text(2)!,
                Sort = row.Text(3),
                Columns = row.Text(4)!,
                IsShared = row.Flag(5),
                CreatedAt = row.At(6),
                ModifiedAt = row.At(7),
            },
            cancellation
        );
}
