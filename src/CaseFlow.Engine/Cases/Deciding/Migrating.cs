using CaseFlow.Engine.Processes;
using static CaseFlow.Engine.Cases.CaseEvent;
using static CaseFlow.Engine.Cases.Deciding.Question;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>
/// Carries a case to a version that no longer knows where it stands, by that version's mapping.
/// Only where the case stands changes: nothing that is done is done again.
/// </summary>
internal static class Migrating
{
    public static Decision Decide(Question asked)
    {
        var (process, current) = (asked.Process, asked.Case);
        if (process.Knows(current.Status, current.Stage, current.Queue, current.State))
        {
            return Decision.Nothing;
        }

        var status = process.Parts.Migrate.Statuses.GetValueOrDefault(current.Status, current.Status);
        var stage = StageFor(process, current.Stage);
        var queue = current.Queue is { } q ? process.Parts.Migrate.Queues.GetValueOrDefault(q, q) : null;

        return process.Knows(status, stage, queue, current.State)
            ? Accept(
                new Migrated(current.Definition, status, stage, queue)
                {
                    By = asked.By,
                    At = asked.At,
                    Definition = asked.Definition,
                }
            )
            : Refuse(new Refusal.NoMapping(current.Status, current.Stage, current.Queue));
    }

    private static string? StageFor(CaseProcess process, string? stage) =>
        (stage, process.Stages) switch
        {
            (_, []) => null,
            (null, [var first, ..]) => first.Key,
            ({ } known, _) => process.Parts.Migrate.Stages.GetValueOrDefault(known, known),
        };
}
