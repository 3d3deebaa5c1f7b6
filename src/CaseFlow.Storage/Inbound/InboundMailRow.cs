using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>
/// An e-mail that came to a mailbox, and what came of it. The activity that it becomes has its id. What was sent stands in
/// <see cref="InboundMailContentRow"/>, so that writing down what came of it does not write all of it again. Its key is its
/// Message-ID where it has one; its state is <c>waiting</c>, <c>opened</c> (a case), <c>added</c> (to one), <c>automatic</c>,
/// <c>review</c>, <c>refused</c> or <c>dead</c>.
/// </summary>
public sealed record InboundMailRow : InboundRow
{
    /// <summary>The name of the mailbox.</summary>
    public required string Mailbox { get; init; }

    /// <summary>Whom it says it is from, in lower case.</summary>
    public required string Sender { get; init; }

    public required string Subject { get; init; }

    /// <summary>How large it is, in bytes.</summary>
    public required int Size { get; init; }

    /// <summary>Its files as a JSON array, in their order.</summary>
    public required string Files { get; init; }

    /// <summary>Somebody looked at it and wants it taken, whatever the mailbox says of its sender.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>The case that it opened or belongs to.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Why it was not taken, in one word.</summary>
    public string? Code { get; init; }

    /// <summary>When its sender was answered automatically.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    internal static void Map(EntityTypeBuilder<InboundMailRow> mails)
    {
        mails.ToTable("inbound_mails");
        Map<InboundMailRow>(mails);
        mails.HasIndex(row => new { row.Mailbox, row.Key }).IsUnique();
        mails.HasIndex(row => new { row.Mailbox, row.Number });
        mails.HasIndex(row => new
        {
            row.Mailbox,
            row.Sender,
            row.ReceivedAt,
        });
        mails.HasIndex(row => row.CaseId).HasFilter("case_id IS NOT NULL");
        mails.HasIndex(row => row.EndedAt).HasFilter("ended_at IS NOT NULL AND case_id IS NULL");
    }
}
