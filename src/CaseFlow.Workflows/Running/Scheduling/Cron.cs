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
        if (ProblemOf(written) is { } problem)
        {
            throw new ActivityFailed(problem);
        }

        var next = CronExpression
            .Parse(written, CronFormat.IncludeSeconds)
            .GetNextOccurrence(frame.Run.Now, TimeZoneInfo.Utc);
        return new Stimulus(BookmarkKind.Timer, written) { DueAt = next ?? DateTimeOffset.MaxValue };
    }

    /// <summary>Why it never comes; null where it does.</summary>
    public static string? ProblemOf(string written)
    {
        try
        {
            CronExpression.Parse(written, CronFormat.IncludeSeconds);
            return null;
        }
        catch (CronFormatException wrong)
        {
            var said =
                $"'{written}' is no cron expression of six fields (second minute hour day month weekday): {wrong.Message}";
            return CronExpression.TryParse(written, CronFormat.Standard, out _)
                ? $"{said} The second is missing; did you mean '0 {written}'?"
                : said;
        }
    }
}
