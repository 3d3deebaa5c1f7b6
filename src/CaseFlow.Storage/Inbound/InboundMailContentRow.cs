using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>An e-mail as it came, byte for byte.</summary>
public sealed record InboundMailContentRow
{
    /// <summary>That of the e-mail.</summary>
    public required Guid Id { get; init; }

    public required byte[] Content { get; init; }

    internal static void Map(EntityTypeBuilder<InboundMailContentRow> contents)
    {
        contents.ToTable("inbound_mail_contents");
        contents.HasKey(row => row.Id);
        contents.Property(row => row.Id).ValueGeneratedNever();
    }
}
