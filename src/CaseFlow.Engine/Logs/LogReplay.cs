using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Logs;

/// <summary>
/// Drives the cases of a log through a process, each in the order of its events, and writes down what the engine says.
/// A refused event changes nothing; the case goes on from where it is.
/// </summary>
public static class LogReplay
{
    /// <param name="progress">Told how many events are done, now and then.</param>
    public static ReplayResult Run(
        CaseProcess process,
        EventLog log,
        LogVocabulary vocabulary,
        IProgress<int>? progress = null
    )
    {
        var tally = new ReplayTally();
        for (var index = 0; index < log.Cases.Length; index++)
        {
            var logged = log.Cases[index];
            var driver = new CaseDriver(process, vocabulary, logged.Id, index, tally);
            foreach (var happened in logged.Events)
            {
                driver.Drive(happened);
            }

            tally.EndCase(driver.Current?.Status);
            if (index % 64 == 0)
            {
                progress?.Report(tally.Events);
            }
        }

        progress?.Report(tally.Events);
        return tally.ToResult();
    }
}
