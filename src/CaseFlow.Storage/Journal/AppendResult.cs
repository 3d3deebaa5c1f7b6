namespace CaseFlow.Storage;

/// <summary>What became of an append.</summary>
public abstract record AppendResult
{
    private AppendResult() { }

    /// <summary>It is durable.</summary>
    /// <param name="After">The case as it stands now; null only where an answer was kept and there is no case.</param>
    public sealed record Appended(StoredCase? After) : AppendResult;

    /// <summary>Another writer was there first, or the case's id or ticket is in use. Nothing was written: read again, decide again.</summary>
    public sealed record Overtaken : AppendResult
    {
        internal static Overtaken Instance { get; } = new();
    }

    /// <summary>The user's key has an answer already. Nothing was written: give that answer.</summary>
    public sealed record AnswerTaken : AppendResult
    {
        internal static AnswerTaken Instance { get; } = new();
    }
}
