namespace CaseFlow.Storage;

/// <summary>What is written of workflows, in SQL that both databases understand. See <see cref="SideStatement"/>.</summary>
internal static class WorkflowStatements
{
    private const string InstanceColumns =
        "id, definition, hash, version, status, sub_status, correlation_id, name, state, parent, parent_wants, "
        + "created_at, updated_at, finished_at";

    private static readonly ImmutableArray<SideValue> instanceValues =
    [
        .. Texts(3),
        SideValue.Integer,
        .. Texts(7),
        SideValue.Integer,
        SideValue.Integer,
        SideValue.Integer,
    ];

    public static readonly SideStatement AddInstance = new(
        $"INSERT INTO workflow_instances ({InstanceColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        instanceValues,
        IsGuard: true
    );

    /// <summary>Only where no other one of the same definition runs.</summary>
    public static readonly SideStatement AddOnlyInstance = Only("definition = ?", 1);

    /// <summary>Only where no other one of the same definition and correlation id runs.</summary>
    public static readonly SideStatement AddOnlyCorrelated = Only("definition = ? AND correlation_id = ?", 2);

    /// <summary>Only where no other one of the same correlation id runs.</summary>
    public static readonly SideStatement AddOnlyOfCorrelation = Only("correlation_id = ?", 1);

    public static readonly SideStatement ChangeInstance = new(
        """
        UPDATE workflow_instances SET version = ?, status = ?, sub_status = ?, correlation_id = ?, name = ?, state = ?,
          parent = ?, parent_wants = ?, updated_at = ?, finished_at = ?
        WHERE id = ? AND version = ?
        """,
        [SideValue.Integer, .. Texts(7), SideValue.Integer, SideValue.Integer, SideValue.Text, SideValue.Integer],
        IsGuard: true
    );

    public static readonly SideStatement AddBookmark = new(
        """
        INSERT INTO workflow_bookmarks (id, instance, kind, name, correlation_id, case_ref, due, ring_at, at, details)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [.. Texts(6), SideValue.Integer, SideValue.Integer, SideValue.Integer, SideValue.Text]
    );

    public static readonly SideStatement RemoveBookmark = new(
        "DELETE FROM workflow_bookmarks WHERE id = ?",
        [SideValue.Text]
    );

    public static readonly SideStatement CorrelateBookmarks = new(
        "UPDATE workflow_bookmarks SET correlation_id = ? WHERE instance = ?",
        [.. Texts(2)]
    );

    public static readonly SideStatement AddEffect = new(
        "INSERT INTO workflow_effects (id, instance, definition, kind, body, attempts, ring_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [.. Texts(5), SideValue.Integer, SideValue.Integer]
    );

    public static readonly SideStatement RemoveEffect = new(
        "DELETE FROM workflow_effects WHERE id = ?",
        [SideValue.Text]
    );

    public static readonly SideStatement RemoveEffectsOf = new(
        "DELETE FROM workflow_effects WHERE instance = ?",
        [SideValue.Text]
    );

    public static readonly SideStatement ChangeEffect = new(
        "UPDATE workflow_effects SET attempts = ?, ring_at = ? WHERE id = ?",
        [SideValue.Integer, SideValue.Integer, SideValue.Text]
    );

    public static readonly SideStatement AddIncident = new(
        """
        INSERT INTO workflow_incidents (id, instance, definition, activity, activity_type, message, cause, at, status)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET status = excluded.status, at = excluded.at,
          message = excluded.message, cause = excluded.cause, decided_by = NULL, decided_at = NULL
        """,
        [.. Texts(7), SideValue.Integer, SideValue.Text]
    );

    public static readonly SideStatement DecideIncident = new(
        "UPDATE workflow_incidents SET status = ?, decided_by = ?, decided_at = ? WHERE id = ? AND status = 'open'",
        [SideValue.Text, SideValue.Text, SideValue.Integer, SideValue.Text]
    );

    public static readonly SideStatement DecideIncidentsOf = new(
        "UPDATE workflow_incidents SET status = ?, decided_by = ?, decided_at = ? WHERE instance = ? AND status = 'open'",
        [SideValue.Text, SideValue.Text, SideValue.Integer, SideValue.Text]
    );

    public static readonly SideStatement AddLine = new(
        "INSERT INTO workflow_lines (instance, burst, number, at, text) VALUES (?, ?, ?, ?, ?)",
        [SideValue.Text, SideValue.Integer, SideValue.Integer, SideValue.Integer, SideValue.Text]
    );

    public static readonly SideStatement AddEvent = new(
        """
        INSERT INTO workflow_events
          (id, name, correlation_id, instance, bookmark, starts, "trigger", payload, at, keep_until, ring_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
        """,
        [.. Texts(8), SideValue.Integer, SideValue.Integer, SideValue.Integer]
    );

    /// <summary>Whoever takes it up must find it.</summary>
    public static readonly SideStatement TakeEvent = new(
        "DELETE FROM workflow_events WHERE id = ?",
        [SideValue.Text],
        IsGuard: true
    );

    public static readonly SideStatement KeepEvent = new(
        "UPDATE workflow_events SET ring_at = ? WHERE id = ?",
        [SideValue.Integer, SideValue.Text]
    );

    /// <summary>Whoever starts an instance by it must find it due as he saw it.</summary>
    public static readonly SideStatement NextTimer = new(
        "UPDATE workflow_timers SET due = ?, ring_at = ? WHERE definition = ? AND activity = ? AND due = ?",
        [SideValue.Integer, SideValue.Integer, SideValue.Text, SideValue.Text, SideValue.Integer],
        IsGuard: true
    );

    public static readonly SideStatement LastTimer = new(
        "DELETE FROM workflow_timers WHERE definition = ? AND activity = ? AND due = ?",
        [SideValue.Text, SideValue.Text, SideValue.Integer],
        IsGuard: true
    );

    public static readonly SideStatement BeginToRead = new(
        "INSERT INTO outbox_positions (reader, place) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [SideValue.Text, SideValue.Integer]
    );

    /// <summary>Whoever reads on must have begun where the last one ended.</summary>
    public static readonly SideStatement ReadOn = new(
        "UPDATE outbox_positions SET place = ? WHERE reader = ? AND place = ?",
        [SideValue.Integer, SideValue.Text, SideValue.Integer],
        IsGuard: true
    );

    private static SideStatement Only(string others, int values) =>
        new(
            $"""
            INSERT INTO workflow_instances ({InstanceColumns})
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
            WHERE NOT EXISTS (SELECT 1 FROM workflow_instances WHERE status = 'Running' AND {others})
            ON CONFLICT DO NOTHING
            """,
            [.. instanceValues, .. Texts(values)],
            IsGuard: true
        )
        {
            Absent = values,
        };

    private static IEnumerable<SideValue> Texts(int count) => Enumerable.Repeat(SideValue.Text, count);
}
