using System.Text.Encodings.Web;
using System.Text.Json;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Reading.Keys;

namespace CaseFlow.Engine.Processes;

/// <summary>
/// The JSON Schema of process definitions, by which editors complete, explain and check while one writes. It comes from
/// the tables that the reader itself checks files by.
/// </summary>
public static class ProcessSchema
{
    public static string Json { get; } =
        SchemaWriter
            .Write(ProcessKeys.Section, "CaseFlow process", "How the cases of one kind run.")
            .ToJsonString(
                new JsonSerializerOptions
                {
                    WriteIndented = true,
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            );
}
