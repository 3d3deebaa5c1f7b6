using System.Text;
using MimeKit;
using MimeKit.Text;

namespace CaseFlow.Host.Mail;

/// <summary>The words of an e-mail as plain text. Of HTML only the words are taken: nothing of it reaches a page.</summary>
internal static class MailText
{
    /// <summary>More than anybody reads; what is longer is only in the e-mail itself.</summary>
    private const int Most = 1_000_000;

    public static string Of(MimeMessage message) =>
        Cut(
            Parts(message.Body).ToList() is { Count: > 0 } parts
                ? string.Join("\n\n", parts.Select(OfPart).Where(text => !string.IsNullOrWhiteSpace(text)))
                : ""
        );

    /// <summary>A text as every database keeps it.</summary>
    public static string Clean(string? text) =>
        text is null
            ? ""
            // Half of a surrogate pair is no character; nor is U+0000 one that could be kept.
            : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');

    /// <summary>The parts that are the letter, not files beside it: of alternatives the plain one.</summary>
    public static IEnumerable<TextPart> Parts(MimeEntity? body) =>
        body switch
        {
            MultipartAlternative alternatives => Best(alternatives),
            MultipartRelated related => Parts(related.Root),
            Multipart many => many.SelectMany(Parts),
            TextPart { IsAttachment: false } text when IsLetter(text) => [text],
            _ => [],
        };

    private static List<TextPart> Best(MultipartAlternative alternatives)
    {
        var letters = alternatives.Select(one => Parts(one).ToList()).Where(parts => parts.Count > 0).ToList();
        return letters.Find(parts => parts.TrueForAll(part => !part.IsHtml) && HasWords(parts))
            ?? letters.FindLast(HasWords)
            ?? letters.LastOrDefault()
            ?? [];
    }

    private static bool HasWords(List<TextPart> parts) =>
        parts.Exists(part => !string.IsNullOrWhiteSpace(OfPart(part)));

    // Calendars, address cards and the like are files, whatever says otherwise.
    private static bool IsLetter(TextPart text) =>
        text.IsPlain
        || text.IsHtml
        || text.IsFlowed
        || text.IsEnriched
        || text.ContentType.MediaSubtype is "" or "text";

    private static string OfPart(TextPart part)
    {
        if (part.Content is null)
        {
            return "";
        }

        var text = Clean(MailCharset.TextOf(part));
        return part.IsHtml ? OfHtml(text)
            : part.IsFlowed ? Flowed(part, text)
            : text;
    }

    // A line that ends in a space goes on in the next one.
    private static string Flowed(TextPart part, string text)
    {
        var joins =
            part.ContentType.Parameters.TryGetValue("delsp", out string? delSp)
            && delSp.Equals("yes", StringComparison.OrdinalIgnoreCase);
        var whole = new StringBuilder(text.Length);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        foreach (var (index, line) in lines.Index())
        {
            var goesOn =
                line.EndsWith(' ')
                && line != "-- "
                && !line.StartsWith('>')
                && index + 1 < lines.Length
                && !lines[index + 1].StartsWith('>');
            whole.Append(line.StartsWith(' ') ? line[1..] : line);
            if (!goesOn)
            {
                whole.Append('\n');
            }
            else if (joins)
            {
                whole.Length--;
            }
        }

        return whole.ToString().TrimEnd('\n');
    }

    private static string OfHtml(string html)
    {
        var words = new HtmlWords();
        using var reader = new StringReader(html);
        var tokens = new HtmlTokenizer(reader) { DecodeCharacterReferences = true };
        while (words.Length < Most && tokens.ReadNextToken(out var token))
        {
            words.Take(token);
        }

        return Clean(words.ToString());
    }

    private static string Cut(string text) =>
        text.Length <= Most ? text : text[..(char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most)];
}
