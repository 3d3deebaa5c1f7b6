using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Inbound;

/// <summary>How often and how much at a time is worked on.</summary>
/// <param name="HoldFor">How long others keep away from what was taken.</param>
/// <param name="MostAtOnce">How many are taken at once.</param>
/// <param name="Together">How many are worked on at a time.</param>
/// <param name="MaxTries">How often one is tried before it is a dead letter.</param>
/// <param name="FirstPause">After the first failure; it doubles with each one.</param>
internal sealed record InboundPace(
    TimeSpan CheckEvery,
    TimeSpan HoldFor,
    int MostAtOnce,
    int Together,
    int MaxTries,
    TimeSpan FirstPause,
    TimeSpan LongestPause
)
{
    // With up to a fifth more, so that what failed together does not come back together.
    public TimeSpan PauseAfter(int failures) =>
        DoublingPause.After(failures, FirstPause, LongestPause) * (1 + (Random.Shared.NextDouble() / 5));
}
