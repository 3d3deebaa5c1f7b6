using CaseFlow.Engine.Logs;
using CaseFlow.Engine.Processes;
using Spectre.Console;

namespace CaseFlow.Host.CommandLine;

/// <summary>Replays a log, and shows on a terminal how far it is.</summary>
internal static class ReplayProgress
{
    public static ReplayResult Run(Printer printer, CaseProcess process, LogInput input)
    {
        var vocabulary = new LogVocabulary(process, input.Map.Words);
        return printer.Remarks.Profile.Capabilities.Interactive
            ? printer
                .Remarks.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
                .Start(context =>
                {
                    var task = context.AddTask("Replaying", maxValue: Math.Max(1, input.Content.Log.EventCount));
                    return LogReplay.Run(process, input.Content.Log, vocabulary, new Bar(task));
                })
            : LogReplay.Run(process, input.Content.Log, vocabulary);
    }

    private sealed class Bar(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }
}
