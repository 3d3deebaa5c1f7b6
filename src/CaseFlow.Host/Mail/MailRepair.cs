using System.Text;
using MimeKit;

namespace CaseFlow.Host.Mail;

/// <summary>Mends what programs write wrong and every other reader of e-mail takes nonetheless.</summary>
internal static class MailRepair
{
    private const int DeepestParts = 50;
    private const int MostOfBoundary = 200;

    /// <summary>The e-mail from its first header on, in lines.</summary>
    public static byte[] FromFirstHeader(byte[] content)
    {
        var start = 0;
        for (
            var at = 0;
            at < content.Length && content[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
            at++
        )
        {
            start = content[at] is (byte)'\r' or (byte)'\n' ? at + 1 : start;
        }

        var rest = content.AsSpan(start);
        if (rest.Contains((byte)'\n') || !rest.Contains((byte)'\r'))
        {
            return start == 0 ? content : rest.ToArray();
        }

        var lines = rest.ToArray();
        lines.AsSpan().Replace((byte)'\r', (byte)'\n');
        return lines;
    }

    /// <summary>Finds the parts of what should have some and has none: its header does not say what divides them, or there is one text only.</summary>
    public static Task FindParts(MimeMessage message, CancellationToken cancellation) =>
        FindParts(message.Body, depth: 0, cancellation);

    private static async Task FindParts(MimeEntity? entity, int depth, CancellationToken cancellation)
    {
        if (entity is not Multipart many || depth > DeepestParts)
        {
            return;
        }

        if (many.Count == 0)
        {
            foreach (var part in await PartsOf(many, cancellation))
            {
                many.Add(part);
            }
        }

        foreach (var part in many)
        {
            await FindParts(part, depth + 1, cancellation);
        }
    }

    private static async Task<MimeEntity[]> PartsOf(Multipart many, CancellationToken cancellation)
    {
        using var written = new MemoryStream();
        await many.WriteToAsync(written, contentOnly: true, cancellation);
        var body = written.ToArray();
        var text = Encoding.Latin1.GetString(body);
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        if (BoundaryIn(text) is not { } boundary)
        {
            return [await Load("text/plain", body, cancellation)];
        }

        var found = (Multipart)await Load($"multipart/mixed; boundary=\"{boundary}\"", body, cancellation);
        var parts = found.ToArray();
        found.Clear();
        return parts;
    }

    /// <summary>What divides the parts, as the first line of dashes that a header follows has it.</summary>
    private static string? BoundaryIn(string text)
    {
        string? last = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (last is not null && line.StartsWith("content-", StringComparison.OrdinalIgnoreCase))
            {
                return last;
            }

            last =
                line.StartsWith("--", StringComparison.Ordinal)
                && line[2..].TrimEnd() is { Length: > 0 and <= MostOfBoundary } boundary
                && !boundary.AsSpan().ContainsAny('"', '\\')
                    ? boundary
                    : null;
        }

        return null;
    }

    private static async Task<MimeEntity> Load(string type, byte[] body, CancellationToken cancellation)
    {
        using var whole = new MemoryStream([.. Encoding.Latin1.GetBytes($"Content-Type: {type}\r\n\r\n"), .. body]);
        return await MimeEntity.LoadAsync(whole, cancellation);
    }
}
