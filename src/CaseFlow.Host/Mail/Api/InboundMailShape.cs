using CaseFlow.Storage;

namespace CaseFlow.Host.Mail.Api;

/// <summary>An e-mail that came in, as the API shows it.</summary>
/// <param name="State"><c>waiting</c>, <c>opened</c>, <c>added</c>, <c>automatic</c>, <c>review</c>, <c>refused</c> or <c>dead</c>.</param>
/// <param name="Key">Its Message-ID where it has one.</param>
/// <param name="Size">In bytes.</param>
/// <param name="CaseId">The case that it opened or belongs to; its activity there has the id of the e-mail.</param>
/// <param name="Code">Why it was not taken, in one word.</param>
/// <param name="Detail">Why, in words; or why the last try failed.</param>
/// <param name="AnsweredAt">When its sender was answered automatically.</param>
internal sealed record InboundMailShape(
    Guid Id,
    string Mailbox,
    string State,
    string Sender,
    string Subject,
    string Key,
    DateTimeOffset ReceivedAt,
    int Size,
    ImmutableArray<MailFile> Attachments,
    Guid? CaseId,
    string? Code,
    string? Detail,
    int Failures,
    int Replays,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? EndedAt
)
{
    public static InboundMailShape Of(InboundMailRow row) =>
        new(
            row.Id,
            row.Mailbox,
            row.State,
            row.Sender,
            row.Subject,
            row.Key,
            row.ReceivedAt,
            row.Size,
            MailJson.Read(row.Files),
            row.CaseId,
            row.Code,
            row.Detail,
            row.Failures,
            row.Replays,
            row.AnsweredAt,
            row.EndedAt
        );
}

/// <summary>That an e-mail is kept.</summary>
internal sealed record KeptMail(Guid Id);
