namespace CaseFlow.Storage;

/// <summary>The kinds of values that side rows hold.</summary>
internal enum SideValue
{
    Id,
    Integer,
    Text,
    Flag,
}

/// <summary>
/// A statement that writes one row beside the case's own, in SQL that both databases understand. What every command
/// writes has a path of its own; this is for what only some write, so that a new kind of row is one statement here.
/// </summary>
/// <param name="Sql">With <c>?</c> for each value, in order; in no text of it is there another question mark.</param>
/// <param name="IsGuard">
/// It must change exactly one row. Where it does not, what the command was decided on no longer holds: nothing of its
/// append is written, and it is decided again.
/// </param>
internal sealed record SideStatement(string Sql, ImmutableArray<SideValue> Values, bool IsGuard = false)
{
    /// <summary>
    /// How many of its last values say which rows must not be there. No database can lock what is not there: where there are
    /// several writers, those that ask with the same values come in one after the other.
    /// </summary>
    public int Absent { get; init; }
}

/// <summary>One row to write: a statement and its values, each a <see cref="Guid"/>, <see cref="long"/>, string, bool or null.</summary>
internal sealed record SideRow(SideStatement Statement, params ImmutableArray<object?> Values);
