namespace CaseFlow.Workflows.Tests.Running;

/// <summary>Workflows of a few lines, for the tests of running them.</summary>
internal static class Workflows
{
    /// <summary>A sequence of activities, a line each, with variables <c>kept</c> and <c>lost</c>.</summary>
    public static string Sequence(params ReadOnlySpan<string> activities) =>
        $"""
            definitionId: it
            version: 1
            toolVersion: "3.8.0.0"
            variables:
              - {"{id: kept, name: kept, typeName: Object, storageDriverTypeName: Workflow}"}
              - {"{id: lost, name: lost, typeName: String, value: default, storageDriverTypeName: Memory}"}
            root:
              id: seq
              type: Elsa.Sequence
              activities:
                - {string.Join("\n    - ", activities!)}
            """;

    public static string Script(string id, string script) =>
        $"{{id: {id}, type: Elsa.RunJavaScript, script: {{typeName: String, expression: {{type: Literal, value: \"{script}\"}}}}}}";

    public static string Write(string script) =>
        $"{{type: Elsa.WriteLine, text: {{typeName: String, expression: {{type: JavaScript, value: \"{script}\"}}}}}}";

    public static string Event(string name) =>
        $"{{id: {name}, type: Elsa.Event, eventName: {name}, result: {{memoryReference: {{id: kept}}}}}}";
}
