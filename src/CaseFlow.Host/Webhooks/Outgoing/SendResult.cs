namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>What came of one try.</summary>
internal abstract record SendResult
{
    private SendResult() { }

    /// <param name="Status">What the endpoint answered; null where it did not.</param>
    /// <param name="Answer">The beginning of its answer.</param>
    /// <param name="Error">Why it is a failure, in a sentence; null where it is none.</param>
    /// <param name="RetryAfter">How long the endpoint wants to be left alone.</param>
    /// <param name="RequestHeaders">What was sent along, secrets masked.</param>
    public sealed record Tried(
        int? Status,
        string? Answer,
        string? Error,
        TimeSpan? RetryAfter,
        string RequestHeaders,
        TimeSpan Took
    ) : SendResult;

    /// <summary>It was not tried: the endpoint fails so often that it is left alone for so long.</summary>
    public sealed record Resting(TimeSpan For) : SendResult;
}
