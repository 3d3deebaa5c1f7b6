using System.IO.Compression;
using System.Text;

namespace CaseFlow.Host.EventLogs;

/// <summary>Reads the text of a log file, compressed or not, in whatever encoding it was written.</summary>
internal static class LogBytes
{
    public static async Task<string> ReadText(string path, CancellationToken cancellation) =>
        Decode(await ReadBytes(path, cancellation));

    public static string Decode(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            // A log begins with the name of a column, so a zero beside its first letter tells UTF-16 without a mark.
            [not 0, 0, ..] => Encoding.Unicode.GetString(bytes),
            [0, not 0, ..] => Encoding.BigEndianUnicode.GetString(bytes),
            _ => DecodeUnmarked(bytes),
        };

    // Text of an older system is hardly ever valid UTF-8 by chance.
    private static string DecodeUnmarked(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes)
            ? Encoding.UTF8.GetString(bytes)
            : CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);

    // What is compressed is seen from its first bytes: not every file of that kind is called .gz.
    private static async Task<byte[]> ReadBytes(string path, CancellationToken cancellation)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancellation);
        if (bytes is not [0x1F, 0x8B, ..])
        {
            return bytes;
        }

        await using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        await gzip.CopyToAsync(plain, cancellation);
        return plain.ToArray();
    }
}
