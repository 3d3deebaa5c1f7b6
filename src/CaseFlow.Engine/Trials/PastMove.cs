using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Trials;

/// <summary>Moves that people made, put to another version.</summary>
internal static class PastMove
{
    private const string AsItWas = "as it was";

    // Histories do not say which roles somebody had, so nobody is refused for want of one.
    private const Role Any = Role.Agent | Role.Supervisor | Role.Designer | Role.Admin | Role.Automation;

    /// <summary>The move, where the version refuses it; null for all else.</summary>
    public static RefusedMove? Refused(CaseProcess process, Case before, CaseEvent happened, CaseFacts told)
    {
        if (IsItself(happened.By) || Command(process, before, happened) is not var (kind, from, to, command))
        {
            return null;
        }

        var standing = Standing(process, before);
        var refusal = process.Knows(standing.Status, standing.Stage, null, standing.State)
            ? (CaseDecider.Answer(process, standing, command, told) as Decision.Refused)?.Reason
            : new Refusal.UnknownStatus(before.Status, [.. process.Parts.Statuses.Select(one => one.Key)]);
        return refusal is null ? null : new(kind, from, to, refusal.Code, refusal.Explain());
    }

    private static bool IsItself(string by) =>
        by == "caseflow" || by.StartsWith("automation:", StringComparison.Ordinal);

    // Where the version calls a place otherwise, its own map says so.
    private static Case Standing(CaseProcess process, Case before) =>
        before with
        {
            Status = Mapped(process.Parts.Migrate.Statuses, before.Status),
            Stage = before.Stage is { } stage ? Mapped(process.Parts.Migrate.Stages, stage) : null,
            Path = [.. before.Path.Select(stage => Mapped(process.Parts.Migrate.Stages, stage))],
            Queue = null,
            Children = [],
            ScheduledMoves = [],
        };

    private static string Mapped(ImmutableSortedDictionary<string, string> map, string name) =>
        map.GetValueOrDefault(name, name);

    private static (string Kind, string From, string To, CaseCommand Command)? Command(
        CaseProcess process,
        Case before,
        CaseEvent happened
    )
    {
        var (by, at) = (new Actor(happened.By, Any), happened.At);
        var statuses = process.Parts.Migrate.Statuses;
        return happened switch
        {
            StatusMoved(var from, var to) => (
                "status",
                from,
                to,
                new CaseCommand.MoveStatus(Mapped(statuses, to), FieldValues.Empty) { By = by, At = at }
            ),
            Resolved resolved => (
                "status",
                resolved.From,
                resolved.Status,
                new CaseCommand.Resolve(
                    Mapped(statuses, resolved.Status),
                    resolved.Resolution,
                    resolved.BillableMinutes,
                    FieldValues.Empty,
                    CancelOpenActivities: true,
                    resolved.BillableReason ?? AsItWas
                )
                {
                    By = by,
                    At = at,
                }
            ),
            Cancelled { Into: null } cancelled => (
                "status",
                cancelled.From,
                cancelled.Status,
                new CaseCommand.Cancel(Mapped(statuses, cancelled.Status), null) { By = by, At = at }
            ),
            Reactivated again => (
                "status",
                again.From,
                again.Status,
                new CaseCommand.Reactivate(Mapped(statuses, again.Status), again.Reason ?? AsItWas) { By = by, At = at }
            ),
            StageMoved moved when before.Stage is not null => (
                "stage",
                moved.From,
                moved.To,
                new CaseCommand.MoveStage(Mapped(process.Parts.Migrate.Stages, moved.To), moved.Reason ?? AsItWas)
                {
                    By = by,
                    At = at,
                }
            ),
            _ => null,
        };
    }
}
