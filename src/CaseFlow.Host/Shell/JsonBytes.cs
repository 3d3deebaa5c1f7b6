// Everything here is written to memory, where nothing blocks.
#pragma warning disable MA0045

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CaseFlow.Host.Shell;

/// <summary>Writes JSON straight to UTF-8, for answers whose shape depends on definitions, and for those on the hot path.</summary>
internal static class JsonBytes
{
    // Browsers and logs never see these bytes as HTML, so that é can stay é.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What a thread wrote with last, to write with again: an answer leaves nothing behind but its bytes.
    [ThreadStatic]
    private static Reusable? idle;

    public static byte[] Write<T>(T what, Action<Utf8JsonWriter, T> write)
    {
        var reusable = idle ?? new();
        idle = null;
        write(reusable.Json, what);
        var bytes = reusable.Finish();
        idle = reusable.IsSmall ? reusable : null;
        return bytes;
    }

    private sealed class Reusable
    {
        // A page of fifty cases has about as much as a quarter of it.
        private const int MostKept = 262_144;

        private readonly ArrayBufferWriter<byte> buffer = new(4_096);

        public Reusable() => Json = new(buffer, Options);

        public Utf8JsonWriter Json { get; }

        public bool IsSmall => buffer.Capacity <= MostKept;

        public byte[] Finish()
        {
            Json.Flush();
            var bytes = buffer.WrittenSpan.ToArray();
            buffer.ResetWrittenCount();
            Json.Reset();
            return bytes;
        }
    }
}
