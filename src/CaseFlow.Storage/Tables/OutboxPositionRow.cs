using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>How far a reader of the outbox has come; under <see cref="Trimmed"/>, how far it was trimmed.</summary>
public sealed record OutboxPositionRow
{
    public const string Webhooks = "webhooks";
    public const string Workflows = "workflows";
    public const string Trimmed = "trimmed";

    public required string Reader { get; init; }

    public required long Place { get; init; }

    internal static void Map(EntityTypeBuilder<OutboxPositionRow> positions)
    {
        positions.ToTable("outbox_positions");
        positions.HasKey(row => row.Reader);
    }
}
