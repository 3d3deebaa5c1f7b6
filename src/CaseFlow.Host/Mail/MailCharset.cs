using System.Text;
using MimeKit;

namespace CaseFlow.Host.Mail;

/// <summary>Decodes the text of a part. What it says of its charset is often not so, where that is one of the usual ones.</summary>
internal static class MailCharset
{
    private static readonly UTF8Encoding strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>What holds all that programs write when they name no charset, ASCII or ISO-8859-1.</summary>
    public static Encoding Western { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static string TextOf(TextPart part)
    {
        var said = part.ContentType.Charset?.Trim().ToLowerInvariant() ?? "";
        var isLatin = said is "iso-8859-1" or "latin1" or "iso_8859-1";
        if (
            !isLatin && said is not ("" or "us-ascii" or "ascii" or "utf-8" or "utf8")
            || BytesOf(part) is not { } bytes
        )
        {
            return part.Text;
        }

        if (isLatin)
        {
            return Western.GetString(bytes);
        }

        try
        {
            return strict.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes);
        }
        catch (DecoderFallbackException)
        {
            // A page may say its charset itself.
            return said is "" && part.IsHtml && !IsWestern(part.Text) ? part.Text
                : Encoding.UTF8.GetString(bytes) is var text && text.Any(IsBeyondAscii) ? text
                : Western.GetString(bytes);
        }
    }

    private static bool IsWestern(string text) => text.Any(letter => letter is >= '\u0080' and < '\u00A0');

    private static bool IsBeyondAscii(char letter) => letter is > '\u007F' and not '\uFFFD';

    /// <summary>Null where all are ASCII, or begin as UTF-16 does.</summary>
    private static byte[]? BytesOf(TextPart part)
    {
        using var decoded = new MemoryStream();
#pragma warning disable MA0045 // it is all in memory
        part.Content?.DecodeTo(decoded);
#pragma warning restore MA0045
        var bytes = decoded.ToArray();
        return System.Text.Ascii.IsValid(bytes) || bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] ? null : bytes;
    }
}
