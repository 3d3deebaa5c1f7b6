namespace CaseFlow.Storage;

/// <summary>
/// How work that strangers sent is taken up: what is due and first in its lane, the oldest first. Tables of it have
/// <c>number</c>, <c>lane</c>, <c>state</c> and <c>due_at</c>; the parameters are until when others keep away, now, and how many.
/// </summary>
internal static class LanedWork
{
    /// <param name="table">Its name; never what somebody typed.</param>
    // On PostgreSQL nodes that look at once pass each other by; the state is asked again of the row that is locked.
    public static string Take(string table, bool isPostgreSql) =>
        $$"""
            UPDATE {{table}} SET due_at = {0} WHERE number IN (
              SELECT d.number FROM {{table}} d
              WHERE d.state = 'waiting' AND d.due_at <= {1} AND NOT EXISTS (
                SELECT 1 FROM {{table}} e WHERE e.lane = d.lane AND e.state = 'waiting' AND e.number < d.number
              )
              ORDER BY d.number LIMIT {2}{{(isPostgreSql ? " FOR UPDATE OF d SKIP LOCKED" : "")}}
            )
            RETURNING *
            """;
}
