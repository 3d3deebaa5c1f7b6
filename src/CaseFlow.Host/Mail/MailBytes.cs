using MimeKit;
using MimeKit.IO;

namespace CaseFlow.Host.Mail;

/// <summary>What the files of e-mails hold, decoded.</summary>
internal static class MailBytes
{
    public static async Task<long> SizeOf(MimeEntity file, CancellationToken cancellation)
    {
        using var measure = new MeasuringStream();
        await Write(file, measure, cancellation);
        return measure.Length;
    }

    public static async Task<byte[]> Of(MimeEntity file, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await Write(file, bytes, cancellation);
        return bytes.ToArray();
    }

    private static Task Write(MimeEntity file, Stream to, CancellationToken cancellation) =>
        file switch
        {
            MessagePart { Message: { } message } => message.WriteToAsync(to, cancellation),
            MimePart { Content: { } content } => content.DecodeToAsync(to, cancellation),
            _ => Task.CompletedTask,
        };
}
