using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>An e-mail that is known, come in or sent, and the case that it is about: what answers it is about that too.</summary>
public sealed record MailThreadRow
{
    /// <summary>The Message-ID, without brackets.</summary>
    public required string MessageId { get; init; }

    public required Guid CaseId { get; init; }

    public required DateTimeOffset At { get; init; }

    internal static void Map(EntityTypeBuilder<MailThreadRow> threads)
    {
        threads.ToTable("mail_threads");
        threads.HasKey(row => row.MessageId);
    }
}
