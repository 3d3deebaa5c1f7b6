using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Sla;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>A case as it stands, for lists and for loading: written with its events, made from nothing but them.</summary>
public sealed record CaseRow
{
    public required Guid Id { get; init; }

    public required string Ticket { get; init; }

    public required string Process { get; init; }

    /// <summary>The hash of the definition that its last event was decided by.</summary>
    public required string Definition { get; init; }

    /// <summary>How many events it has had, which is also the position of the last one.</summary>
    public required int Version { get; init; }

    public required CaseState State { get; init; }

    public required string Status { get; init; }

    public string? Stage { get; init; }

    public string? Queue { get; init; }

    public string? Worker { get; init; }

    public string? Owner { get; init; }

    public string? Team { get; init; }

    public required Guid CustomerId { get; init; }

    public Guid? ContactId { get; init; }

    public required string Title { get; init; }

    public string? Priority { get; init; }

    public string? Origin { get; init; }

    public string? Subject { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>Null while it is active.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When the first of its running clocks fails; null where none runs.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The same of those that have warned.</summary>
    public DateTimeOffset? RiskAt { get; init; }

    /// <summary>When the last of its clocks failed; null where none has.</summary>
    public DateTimeOffset? MissedAt { get; init; }

    /// <summary>The hash of the last event.</summary>
    public required byte[] Head { get; init; }

    /// <summary>The whole case, as JSON.</summary>
    public required byte[] Snapshot { get; init; }

    /// <summary>The row of a case that its events brought here.</summary>
    public static CaseRow Of(Case of, EventHash head) =>
        new()
        {
            Id = of.Id.Value,
            Ticket = of.Ticket,
            Process = of.Process,
            Definition = of.Definition,
            Version = of.Version,
            State = of.State,
            Status = of.Status,
            Stage = of.Stage,
            Queue = of.Queue,
            Worker = of.Worker,
            Owner = of.Owner,
            Team = of.Team,
            CustomerId = of.Customer,
            ContactId = of.Contact,
            Title = of.Title,
            Priority = of.Fields["priority"]?.ToString(),
            Origin = of.Fields["origin"]?.ToString(),
            Subject = of.Fields[BuiltInFields.Subject]?.ToString(),
            CreatedAt = of.CreatedAt,
            ModifiedAt = of.ModifiedAt,
            ClosedAt = ClosingOf(of),
            DueAt = FirstDue(of, hasWarned: false),
            RiskAt = FirstDue(of, hasWarned: true),
            MissedAt = LastMissed(of),
            Head = head.ToBytes(),
            Snapshot = JsonSerializer.SerializeToUtf8Bytes(of, CaseJson.Stored.Case),
        };

    internal static DateTimeOffset? ClosingOf(Case of) =>
        of.State == CaseState.Active ? null : of.Resolution?.At ?? of.StatusSince;

    /// <param name="hasWarned">Of the clocks that have warned only.</param>
    internal static DateTimeOffset? FirstDue(Case of, bool hasWarned)
    {
        DateTimeOffset? first = null;
        foreach (var clock in of.Clocks)
        {
            if (clock is { State: ClockState.Running, Due.Fail: { } due } && (clock.Warned > 0 || !hasWarned))
            {
                first = first < due ? first : due;
            }
        }

        return first;
    }

    internal static DateTimeOffset? LastMissed(Case of)
    {
        DateTimeOffset? last = null;
        foreach (var clock in of.Clocks)
        {
            if (clock is { State: ClockState.Failed, EndedAt: { } ended })
            {
                last = last > ended ? last : ended;
            }
        }

        return last;
    }

    /// <summary>The case that the snapshot holds.</summary>
    public static StoredCase Read(ReadOnlySpan<byte> snapshot, ReadOnlySpan<byte> head) =>
        new(
            JsonSerializer.Deserialize(snapshot, CaseJson.Stored.Case)
                ?? throw new JsonException("A snapshot holds a case, not null."),
            EventHash.Read(head)
        );

    internal static void Map(EntityTypeBuilder<CaseRow> cases)
    {
        cases.ToTable("cases");
        cases.HasKey(row => row.Id);
        cases.Property(row => row.Snapshot).HasConversion<JsonText, JsonBytes>();
        cases.HasIndex(row => row.Ticket).IsUnique();

        // Lists page by id, which sorts by time. Every index costs every change of its columns, so these are all.
        cases.HasIndex(row => new { row.Queue, row.Id }).HasFilter("queue IS NOT NULL");
        cases.HasIndex(row => new { row.Owner, row.Id }).HasFilter("owner IS NOT NULL");
        cases.HasIndex(row => new { row.CustomerId, row.Id });
        cases.HasIndex(row => new { row.State, row.Id });
        cases.HasIndex(row => row.ClosedAt).HasFilter("closed_at IS NOT NULL");
        cases.HasIndex(row => row.RiskAt).HasFilter("risk_at IS NOT NULL");
        cases.HasIndex(row => row.MissedAt).HasFilter("missed_at IS NOT NULL");

        // What reports of the backlog count, without a look at any row.
        cases
            .HasIndex(row => new
            {
                row.Process,
                row.Stage,
                row.Queue,
                row.Owner,
                row.CreatedAt,
            })
            .HasFilter("closed_at IS NULL");

        // How many stand where is asked of each process by its diagram; this index answers without the rows. The filter is always
        // true, and only who counts says it: no list is led astray to this index, which has its cases in no order of a list.
        cases
            .HasIndex(row => new
            {
                row.Process,
                row.State,
                row.Status,
                row.Stage,
                row.Queue,
            })
            .HasFilter("status <> ''");
    }
}
