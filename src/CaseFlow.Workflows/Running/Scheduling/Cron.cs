using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;
using Cronos;

namespace CaseFlow.Workflows.Running.Scheduling;

/// <summary>Six fields, seconds first, in UTC.</summary>
internal sealed class Cron : TriggerExecutor
{
    public override Stimulus Wanted(Frame frame)
    {
        var written = frame.Text("cronExpression") ?? "";
        try
        {
            var next = CronExpression
                .Parse(written, CronFormat.IncludeSeconds)
                .GetNextOccurrence(frame.Run.Now, TimeZoneInfo.Utc);
            return new Stimulus(BookmarkKind.Timer, written) { DueAt = next ?? DateTimeOffset.MaxValue };
        }
        catch (CronFormatException wrong)
        {
            throw new ActivityFailed(
                $"'{written}' is no cron expression of six fields (second minute hour day month weekday): {wrong.Message}",
                wrong
            );
        }
    }
}
