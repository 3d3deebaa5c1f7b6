using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Sla;

/// <summary>All that a definition says about time, as one text to compare.</summary>
internal static class ProcessTiming
{
    public static string Of(ProcessParts parts)
    {
        if (parts.Sla.IsEmpty && !parts.Transitions.Any(move => move.After is not null))
        {
            return "";
        }

        return string.Join(
            '\n',
            [
                .. parts.Calendars.Select(calendar => $"{calendar.Key} {calendar.Fingerprint}"),
                .. parts.Statuses.Where(status => status.PausesSla).Select(status => $"{status.Key} pauses"),
                .. parts
                    .Transitions.Where(move => move.After is not null)
                    .Select(move => $"{move.From} {move.To} {move.After!.Text} {move.After.Calendar}"),
                .. parts.Sla.Select(Of),
            ]
        );
    }

    private static string Of(SlaRule rule) =>
        string.Join(
            '|',
            rule.Kpi,
            rule.Name,
            string.Join(" && ", rule.When),
            rule.Calendar,
            string.Join(',', rule.Starts),
            string.Join(',', rule.MetBy),
            rule.Pauses is { } pauses ? $"pauses {string.Join(" && ", pauses)}" : "",
            string.Join(',', rule.WarnAfter),
            rule.FailAfter
        );
}
