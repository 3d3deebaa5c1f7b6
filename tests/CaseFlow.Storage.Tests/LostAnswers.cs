namespace CaseFlow.Storage.Tests;

/// <summary>A database whose connection breaks after each of the first commits, so that nobody hears how they ended.</summary>
internal sealed class LostAnswers(IJournalDatabase database, int lost) : IJournalDatabase
{
    private int left = lost;

    public int Writers => 1;

    public IJournalWriter OpenWriter() => new Writer(this, database.OpenWriter());

    public bool IsTransient(Exception failure) => failure is Lost || database.IsTransient(failure);

    internal sealed class Lost() : IOException("The connection was lost at commit.");

    private sealed class Writer(LostAnswers answers, IJournalWriter writer) : IJournalWriter
    {
        public async ValueTask<Verdict[]> Write(IReadOnlyList<PreparedAppend> group)
        {
            var verdicts = await writer.Write(group);
            return answers.left-- > 0 ? throw new Lost() : verdicts;
        }

        public ValueTask<bool> IsWritten(PreparedAppend append) => writer.IsWritten(append);

        public ValueTask DisposeAsync() => writer.DisposeAsync();
    }
}
