using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Documents;

namespace CaseFlow.Workflows.Tests.Definitions;

/// <summary>Writes a file as JSON and as YAML and reads both again.</summary>
internal static class RoundTrips
{
    public static void Check(string json) => Check(Read(json, "workflow.json"));

    public static void Check(DocumentNode document)
    {
        Same(document, WorkflowWriter.ToJson(document), "workflow.json");
        Same(document, WorkflowWriter.ToYaml(document), "workflow.yaml");
    }

    private static void Same(DocumentNode document, string written, string file) =>
        Assert.True(document.Says(Read(written, file)), $"What was written reads as something else:\n{written}");

    private static DocumentNode Read(string text, string file)
    {
        var read = DocumentReader.Read(text, file, out var problems);
        Assert.True(problems is [], $"{string.Join('\n', problems)}\n{text}");
        return read!;
    }
}
