using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CaseFlow.Workflows.Values;

/// <summary>How this project writes JSON into a text.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A stored value takes up to two levels for one.</summary>
    public static JsonDocumentOptions Deep { get; } = new() { MaxDepth = 256 };

    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Writing))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
