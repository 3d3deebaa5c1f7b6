using System.Text.Json;
using CaseFlow.Engine.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>One event of one case. The key doubles as the lock: two writers cannot both take the next position.</summary>
public sealed record CaseEventRow
{
    public required Guid CaseId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Position { get; init; }

    /// <summary>The event's text, byte for byte as it was hashed.</summary>
    public required byte[] Json { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>The hash of the definition that decided it.</summary>
    public required string Definition { get; init; }

    /// <summary>Over this event and, by way of the hash before it, over all before it.</summary>
    public required byte[] Hash { get; init; }

    internal static CaseEventRow Of(CaseId id, int position, CaseEvent happened, EventHash previous)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(happened, CaseJson.Stored.CaseEvent);
        return new()
        {
            CaseId = id.Value,
            Position = position,
            Json = json,
            At = happened.At,
            By = happened.By,
            Definition = happened.Definition,
            Hash = previous.Next(id, position, json).ToBytes(),
        };
    }

    internal static CaseEvent Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, CaseJson.Stored.CaseEvent)
        ?? throw new JsonException("An event's text holds an event, not null.");

    internal static void Map(EntityTypeBuilder<CaseEventRow> events)
    {
        events.ToTable("case_events");
        events.HasKey(row => new { row.CaseId, row.Position });
        events.Property(row => row.Json).HasConversion<JsonText, JsonBytes>();
    }
}
