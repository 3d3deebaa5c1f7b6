namespace CaseFlow.Host.Inbound;

/// <summary>How often and how much at a time is worked on, as the settings say it.</summary>
/// <param name="Together">How many at a time.</param>
/// <param name="MaxTries">How often one is tried before it is a dead letter.</param>
/// <param name="FirstPause">After the first failure; it doubles with each one.</param>
internal sealed record InboundPace(
    TimeSpan CheckEvery,
    int Together,
    int MaxTries,
    TimeSpan FirstPause,
    TimeSpan LongestPause
)
{
    // With up to a fifth more, so that what failed together does not come back together.
    public TimeSpan PauseAfter(int failures)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(failures, 30));
        return (pause < LongestPause ? pause : LongestPause) * (1 + (Random.Shared.NextDouble() / 5));
    }
}
