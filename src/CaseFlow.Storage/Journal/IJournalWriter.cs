namespace CaseFlow.Storage;

/// <summary>Writes groups of appends, one transaction a group. Only one caller at a time.</summary>
internal interface IJournalWriter : IAsyncDisposable
{
    /// <summary>
    /// Writes the group and returns when it is durable, with a verdict for each append in its place.
    /// A thrown exception means that nothing was written, or, where the connection was lost, that nobody knows.
    /// </summary>
    ValueTask<Verdict[]> Write(IReadOnlyList<PreparedAppend> group);

    /// <summary>This append is in the database already: an earlier attempt, whose end nobody saw, wrote it.</summary>
    ValueTask<bool> IsWritten(PreparedAppend append);
}

/// <summary>What the database said to one append of a group.</summary>
internal enum Verdict
{
    Appended,
    Overtaken,
    AnswerTaken,
}
