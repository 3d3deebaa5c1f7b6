namespace CaseFlow.Storage;

/// <summary>What the items of one rank in a queue have in common.</summary>
/// <param name="Priority">Theirs; null for none.</param>
/// <param name="Others">Items without a priority, or with one that is not among these, stand here too; null where they do not.</param>
public sealed record QueueRank(string? Priority, IReadOnlyCollection<string>? Others)
{
    internal Sql Sql
    {
        get
        {
            if (Others is not { } known)
            {
                return $"q.priority = {Priority}";
            }

            Sql own = Priority is null ? Sql.None : $"q.priority = {Priority} OR ";
            Sql unknown = known.Count == 0 ? Sql.Always : $"q.priority NOT IN ({known})";
            return $"({own}q.priority IS NULL OR {unknown})";
        }
    }
}
