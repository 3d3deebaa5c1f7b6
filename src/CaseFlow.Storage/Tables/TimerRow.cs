using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Sla;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>When a case must be rung, and why: written with the events that make it due, made from nothing but the case.</summary>
public sealed record TimerRow
{
    private static readonly SideStatement Set = new(
        """
        INSERT INTO timers (case_id, "key", due, ring_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (case_id, "key") DO UPDATE SET due = excluded.due, ring_at = excluded.ring_at
        """,
        [SideValue.Id, SideValue.Text, SideValue.Integer, SideValue.Integer]
    );

    private static readonly SideStatement Remove = new(
        """DELETE FROM timers WHERE case_id = ? AND "key" = ?""",
        [SideValue.Id, SideValue.Text]
    );

    public required Guid CaseId { get; init; }

    public required string Key { get; init; }

    public required DateTimeOffset Due { get; init; }

    /// <summary>When a bell may take it: when it is due, or, once one has taken it, when another one may try.</summary>
    public required DateTimeOffset RingAt { get; init; }

    /// <summary>What an append changes of the timers.</summary>
    internal static IEnumerable<SideRow> Changes(Case? before, Case after)
    {
        if (AreUntouched(before, after))
        {
            return [];
        }

        ImmutableArray<CaseTimer> were = before is null ? [] : [.. CaseTimers.Of(before)];
        ImmutableArray<CaseTimer> are = [.. CaseTimers.Of(after)];
        return
        [
            .. were.Where(old => !are.Any(timer => timer.Key == old.Key))
                .Select(old => new SideRow(Remove, after.Id.Value, old.Key)),
            .. are.Where(timer => !were.Contains(timer))
                .Select(timer => new SideRow(Set, after.Id.Value, timer.Key, timer.Due.UtcTicks, timer.Due.UtcTicks)),
        ];
    }

    internal static void Map(EntityTypeBuilder<TimerRow> timers)
    {
        timers.ToTable("timers");
        timers.HasKey(row => new { row.CaseId, row.Key });
        timers.HasIndex(row => row.RingAt);
    }

    // Most commands leave both as they were: the very same arrays.
    private static bool AreUntouched(Case? before, Case after) =>
        before is null
            ? after.Clocks.IsEmpty && after.ScheduledMoves.IsEmpty
            : before.Clocks == after.Clocks && before.ScheduledMoves == after.ScheduledMoves;
}
