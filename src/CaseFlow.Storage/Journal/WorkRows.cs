using CaseFlow.Engine.Cases;

namespace CaseFlow.Storage;

/// <summary>
/// Who works on how many cases, and whose turn it was. Both are counted in the transaction of the case, and where a queue
/// gave the case to somebody, both are guards: he still has room for it, and no other case was given the same turn.
/// </summary>
internal static class WorkRows
{
    private static readonly SideStatement NextRound = new(
        """
        INSERT INTO queue_rounds (process, queue, round) VALUES (?, ?, ?)
        ON CONFLICT (process, queue) DO UPDATE SET round = excluded.round WHERE queue_rounds.round < excluded.round
        """,
        [SideValue.Text, SideValue.Text, SideValue.Integer],
        IsGuard: true
    );

    private static readonly SideStatement LastTurn = new(
        """
        INSERT INTO queue_turns (process, queue, "user", turn) VALUES (?, ?, ?, ?)
        ON CONFLICT (process, queue, "user") DO UPDATE SET turn = excluded.turn
        """,
        [SideValue.Text, SideValue.Text, SideValue.Text, SideValue.Integer]
    );

    private static readonly SideStatement Less = new(
        """UPDATE work_loads SET load = load - 1 WHERE "user" = ?""",
        [SideValue.Text]
    );

    private static readonly SideStatement More = new(
        """
        INSERT INTO work_loads ("user", load) VALUES (?, 1)
        ON CONFLICT ("user") DO UPDATE SET load = work_loads.load + 1
        """,
        [SideValue.Text]
    );

    private static readonly SideStatement MoreUpTo = new(
        """
        INSERT INTO work_loads ("user", load) VALUES (?, 1)
        ON CONFLICT ("user") DO UPDATE SET load = work_loads.load + 1 WHERE work_loads.load < ?
        """,
        [SideValue.Text, SideValue.Integer],
        IsGuard: true
    );

    public static ImmutableArray<SideRow> Of(Case? before, Case after, ImmutableArray<CaseEvent> events)
    {
        ImmutableArray<SideRow> rows = [];
        if (before?.Worker != after.Worker)
        {
            rows = before?.Worker is { } left ? rows.Add(new(Less, left)) : rows;
            rows = after.Worker is { } came ? rows.Add(Added(came, events)) : rows;
        }

        foreach (var happened in events)
        {
            if (happened is CaseEvent.Picked { Because.Turn: var turn } picked)
            {
                rows =
                [
                    .. rows,
                    new(NextRound, after.Process, picked.Queue, turn),
                    new(LastTurn, after.Process, picked.Queue, picked.Worker, turn),
                ];
            }
        }

        return rows;
    }

    // Who picks for himself may go beyond his limit.
    private static SideRow Added(string worker, ImmutableArray<CaseEvent> events) =>
        events.OfType<CaseEvent.Picked>().LastOrDefault() is { Because.Limit: { } limit }
            ? new(MoreUpTo, worker, (long)limit)
            : new(More, worker);
}
