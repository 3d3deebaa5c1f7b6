namespace CaseFlow.Host.Shell;

/// <summary>How long to wait after a failure: twice as long after each one, up to a limit.</summary>
internal static class DoublingPause
{
    /// <param name="failures">How many there were by now; at least one.</param>
    /// <param name="first">The pause after the first one.</param>
    public static TimeSpan After(int failures, TimeSpan first, TimeSpan longest) =>
        TimeSpan.FromSeconds(Math.Min(first.TotalSeconds * Math.Pow(2, failures - 1), longest.TotalSeconds));
}
