using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>
/// An e-mail that came to a mailbox, and what came of it. The activity that it becomes has its id. What was sent stands in
/// <see cref="InboundMailContentRow"/>, so that writing down what came of it does not write all of it again.
/// </summary>
public sealed record InboundMailRow
{
    /// <summary>The state of an e-mail that is still to be worked on.</summary>
    public const string Waiting = "waiting";

    /// <summary>Counts up in the order of reception.</summary>
    public long Number { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The name of the mailbox.</summary>
    public required string Mailbox { get; init; }

    /// <summary>Tells it from the other e-mail of the mailbox: its Message-ID where it has one.</summary>
    public required string Key { get; init; }

    /// <summary>Of one lane, one e-mail is worked on at a time, in the order in which they came.</summary>
    public required string Lane { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Whom it says it is from, in lower case.</summary>
    public required string Sender { get; init; }

    public required string Subject { get; init; }

    /// <summary>How large it is, in bytes.</summary>
    public required int Size { get; init; }

    /// <summary>Its files as a JSON array, in their order.</summary>
    public required string Files { get; init; }

    /// <summary>
    /// <c>waiting</c>, <c>opened</c> (a case), <c>added</c> (to one), <c>automatic</c>, <c>review</c>, <c>refused</c> or
    /// <c>dead</c>.
    /// </summary>
    public required string State { get; init; }

    /// <summary>When it may be taken up: at once, after a pause, or when who took it up has died.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How often working on it failed in this run.</summary>
    public int Failures { get; init; }

    /// <summary>How often somebody had it worked on again.</summary>
    public int Replays { get; init; }

    /// <summary>Somebody looked at it and wants it taken, whatever the mailbox says of its sender.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>The case that it opened or belongs to.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Why it was not taken, in one word.</summary>
    public string? Code { get; init; }

    /// <summary>Why, in words; or why the last try failed.</summary>
    public string? Detail { get; init; }

    /// <summary>When its sender was answered automatically.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    internal static void Map(EntityTypeBuilder<InboundMailRow> mails)
    {
        const string OnlyWaiting = "state = 'waiting'";
        mails.ToTable("inbound_mails");
        mails.HasKey(row => row.Number);
        mails.Property(row => row.Number).ValueGeneratedOnAdd();
        mails.HasIndex(row => row.Id).IsUnique();
        mails.HasIndex(row => new { row.Mailbox, row.Key }).IsUnique();
        mails.HasIndex(row => new { row.Mailbox, row.Number });
        mails.HasIndex(row => new
        {
            row.Mailbox,
            row.Sender,
            row.ReceivedAt,
        });
        mails.HasIndex(row => row.CaseId).HasFilter("case_id IS NOT NULL");
        mails.HasIndex(row => new { row.Lane, row.Number }).HasFilter(OnlyWaiting);
        mails.HasIndex(row => row.DueAt).HasFilter(OnlyWaiting);
        mails.HasIndex(row => row.EndedAt).HasFilter("ended_at IS NOT NULL AND case_id IS NULL");
    }
}
