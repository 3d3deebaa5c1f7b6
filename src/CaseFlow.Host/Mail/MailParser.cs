using System.Globalization;
using CaseFlow.Engine.Mail;
using MimeKit;
using MimeKit.Utils;

namespace CaseFlow.Host.Mail;

/// <summary>Reads e-mail as it came, however badly it is written.</summary>
internal static class MailParser
{
    private const int MostFiles = 200;
    private const int MostHeaders = 200;
    private const int MostOfHeader = 2_000;
    private const int MostOfSubject = 500;
    private const int MostAnswers = 100;
    private const int MostAddresses = 100;
    private const int MostOfAddress = 254;

    private static readonly ParserOptions options = new() { CharsetEncoding = MailCharset.Western };

    /// <summary>The e-mail; null where it is none at all.</summary>
    public static async Task<ReadMail?> Read(byte[] content, CancellationToken cancellation)
    {
        try
        {
            using var bytes = new MemoryStream(MailRepair.FromFirstHeader(content), writable: false);
            var message = await MimeMessage.LoadAsync(options, bytes, cancellation);
            if (message.Headers.Count == 0)
            {
                return null;
            }

            await MailRepair.FindParts(message, cancellation);
            return new ReadMail(MailOf(message), [.. FilesOf(message).Take(MostFiles)]);
        }
        catch (Exception unreadable) when (unreadable is FormatException or ParseException or EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>The files as they are listed, those beyond the limits with why they are left out.</summary>
    public static async Task<ImmutableArray<MailFile>> List(
        ImmutableArray<MimeEntity> files,
        AttachmentLimits limits,
        CancellationToken cancellation
    )
    {
        var listed = ImmutableArray.CreateBuilder<MailFile>();
        var kept = 0;
        foreach (var (number, file) in files.Index())
        {
            var size = await MailBytes.SizeOf(file, cancellation);
            var leftOut =
                size > limits.MostBytes ? "too-large"
                : kept >= limits.MostFiles ? "too-many"
                : null;
            kept += leftOut is null ? 1 : 0;
            listed.Add(new(number, NameOf(file), MailText.Clean(file.ContentType.MimeType), size, leftOut));
        }

        return listed.ToImmutable();
    }

    private static IncomingMail MailOf(MimeMessage message)
    {
        var sender = message.From.Mailboxes.FirstOrDefault() ?? message.Sender;
        return new IncomingMail
        {
            Sender = AddressOf(sender?.Address),
            SenderName = string.IsNullOrWhiteSpace(sender?.Name) ? null : Short(sender.Name, MostOfAddress),
            Subject = Short(message.Subject, MostOfSubject),
            Text = MailText.Of(message),
            To = AddressesOf(message.To),
            Cc = AddressesOf(message.Cc),
            MessageId = IdOf(message.MessageId),
            Answers =
            [
                .. new[] { message.InReplyTo }
                    .Concat(message.References.Reverse())
                    .Concat(ReportedIds(message.Body))
                    .Select(IdOf)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .Take(MostAnswers),
            ],
            Headers =
            [
                .. message
                    .Headers.Take(MostHeaders)
                    .Select(header =>
                        KeyValuePair.Create(
                            MailText.Clean(header.Field.ToLowerInvariant()),
                            Short(header.Value, MostOfHeader)
                        )
                    ),
            ],
            IsReport = message.Body is { } body && body.ContentType.IsMimeType("multipart", "report"),
        };
    }

    /// <summary>What is no part of the letter.</summary>
    private static IEnumerable<MimeEntity> FilesOf(MimeMessage message)
    {
        var letter = MailText.Parts(message.Body).ToHashSet<MimeEntity>();
        return message.BodyParts.Where(part =>
            !letter.Contains(part)
            && (part.IsAttachment || part is MessagePart || !IsOtherForm(part))
            && part is not MessageDeliveryStatus
        );
    }

    // The letter once more, in HTML.
    private static bool IsOtherForm(MimeEntity part) =>
        part is TextPart { IsAttachment: false } text && (text.IsPlain || text.IsHtml || text.IsEnriched);

    /// <summary>The Message-IDs of what a report is about: its server sends the message back, or its headers.</summary>
    private static IEnumerable<string?> ReportedIds(MimeEntity? body) =>
        body switch
        {
            Multipart many when many.ContentType.IsMimeType("multipart", "report") => many.Select(part =>
                part switch
                {
                    MessagePart { Message: { } message } => message.MessageId,
                    TextPart headers when headers.ContentType.IsMimeType("text", "rfc822-headers") => IdInHeaders(
                        headers
                    ),
                    _ => null,
                }
            ),
            _ => [],
        };

    private static string? IdInHeaders(TextPart headers) =>
        headers.Content is null
            ? null
            : headers
                .Text.ReplaceLineEndings("\n")
                .Replace("\n ", " ", StringComparison.Ordinal)
                .Split('\n')
                .Where(line => line.StartsWith("message-id:", StringComparison.OrdinalIgnoreCase))
                .Select(line => MimeUtils.ParseMessageId(line["message-id:".Length..]))
                .FirstOrDefault();

    private static ImmutableArray<string> AddressesOf(InternetAddressList list) =>
        [
            .. list
                .Mailboxes.Select(one => AddressOf(one.Address))
                .Where(address => address.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Take(MostAddresses),
        ];

    private static string AddressOf(string? address) =>
        address?.Contains('@', StringComparison.Ordinal) == true
            ? Short(address, MostOfAddress).ToLower(CultureInfo.InvariantCulture)
            : "";

    private static string? IdOf(string? id) =>
        string.IsNullOrWhiteSpace(id) ? null : MailText.Clean(id.Trim().TrimStart('<').TrimEnd('>'));

    private static string NameOf(MimeEntity file) =>
        AttachmentName.Safe(
            MailText.Clean(
                file is MessagePart { Message: { } inner } && string.IsNullOrEmpty(file.ContentDisposition?.FileName)
                    ? $"{inner.Subject}.eml"
                    : file.ContentDisposition?.FileName ?? file.ContentType.Name
            )
        );

    private static string Short(string? text, int most)
    {
        var clean = MailText.Clean(text);
        return clean.Length <= most ? clean : MailText.Clean(clean[..most]);
    }
}
