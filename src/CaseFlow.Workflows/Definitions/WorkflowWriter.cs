using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CaseFlow.Workflows.Documents;

namespace CaseFlow.Workflows.Definitions;

/// <summary>Writes a definition as the file that it was, in JSON or YAML; whatever it does not know is kept.</summary>
public static class WorkflowWriter
{
    private static readonly JsonWriterOptions options = new()
    {
        Indented = true,
        MaxDepth = 1_000,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static string ToJson(DocumentNode document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            Write(writer, document);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    public static string ToYaml(DocumentNode document) => YamlDocumentWriter.Write(document);

    private static void Write(Utf8JsonWriter writer, DocumentNode node)
    {
        switch (node)
        {
            case DocumentObject group:
                writer.WriteStartObject();
                foreach (var member in group.Members)
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case DocumentList list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case DocumentText text:
                writer.WriteStringValue(text.Value);
                break;
            case DocumentNumber number:
                writer.WriteRawValue(number.Written);
                break;
            case DocumentFlag flag:
                writer.WriteBooleanValue(flag.Value);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
