using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Processes;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Sla;

/// <summary>A move that a case makes by itself: the same command that a person would give, at its time.</summary>
internal static class ScheduledMoves
{
    public static Unfolded Make(Unfolded so, CaseCommand ring, ScheduledMove move)
    {
        var asked = so.Ask(ring);
        var line = asked
            .Process.ExitsOf(asked.Case.Status)
            .FirstOrDefault(line => line.To == move.To && line.After?.Text == move.After);
        if (line is null)
        {
            // A newer version does not make this move any more.
            return so.With(Scheduled(asked, asked.Case.ScheduledMoves.Remove(move)));
        }

        // The line itself says that it is made without anybody, so it does not wait for somebody's role.
        var by = Ringing.Itself with
        {
            Roles = Ringing.Itself.Roles | line.Roles,
        };
        var because = $"{move.After} in '{asked.Case.Status}'";
        var command = CommandInto.Status(asked, move.To, by, $"By itself, after {because}.");
        return (Blocked(asked, line, by) ?? Acting.Ask(asked, command)) switch
        {
            Decision.Accepted(var events) accepted => so.With(Acting.Told(asked, events), accepted.Along),
            Decision.Refused(var refusal) => so.With(
                new ActionRefused($"status: {move.To}", because, refusal.Code, refusal.Explain())
                {
                    By = asked.By,
                    At = asked.At,
                    Definition = asked.Definition,
                },
                Scheduled(asked, asked.Case.ScheduledMoves.Replace(move, move with { Due = null }))
            ),
            _ => throw new InvalidOperationException(),
        };
    }

    // Its own conditions must hold, though another line may lead to the same status without them.
    private static Decision.Refused? Blocked(Question asked, Transition line, Actor by) =>
        Moves.Lacks(line, by, asked.Case, line.When.IsEmpty ? null : asked.FactsOver(asked.Case)) is [_, ..] lacks
            ? new Decision.Refused(new Refusal.TransitionBlocked(line.From, line.To, lacks, []))
            : null;

    private static MovesScheduled Scheduled(Question asked, ImmutableArray<ScheduledMove> moves) =>
        new(moves)
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };
}
