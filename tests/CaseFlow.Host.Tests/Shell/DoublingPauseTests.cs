using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Tests.Shell;

/// <summary>Whoever fails again and again waits longer and longer, and never for ever.</summary>
public sealed class DoublingPauseTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(7, 60)]
    [InlineData(100_000, 60)]
    public void A_pause_is_twice_as_long_after_each_failure_up_to_the_longest(int failures, int seconds) =>
        Assert.Equal(
            TimeSpan.FromSeconds(seconds),
            DoublingPause.After(failures, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1))
        );
}
