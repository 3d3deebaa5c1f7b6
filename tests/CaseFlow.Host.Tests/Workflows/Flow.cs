namespace CaseFlow.Host.Tests.Workflows;

/// <summary>Workflows for tests: a sequence of activities, each a line of YAML.</summary>
internal static class Flow
{
    public static string Of(string id, params string[] activities) => Of(id, "", activities);

    /// <param name="options">Of the workflow, as a YAML object.</param>
    public static string Of(string id, string options, string[] activities) =>
        $$"""
            definitionId: {{id}}
            name: {{id}}
            toolVersion: "3.8.0.0"
            options: { {{options}} }
            variables:
              - { id: v, name: v, typeName: Object, storageDriverTypeName: WorkflowInstanceStorageDriver }
              - { id: w, name: w, typeName: Object, storageDriverTypeName: WorkflowInstanceStorageDriver }
            inputs:
              - { name: caseId, type: String, storageDriverType: WorkflowInstanceStorageDriver }
              - { name: to, type: String, storageDriverType: WorkflowInstanceStorageDriver }
              - { name: case, type: Object, storageDriverType: WorkflowInstanceStorageDriver }
            outputs:
              - { name: result, type: Object }
            root:
              id: root
              type: Elsa.Flowchart
              activities:
            {{string.Join('\n', activities.Select((activity, index) => $"    - {{ id: a{index}, {activity} }}"))}}
              connections:
            {{string.Join('\n', Enumerable.Range(1, activities.Length - 1).Select(Connection))}}
            """;

    public static string Script(string name, string type, string script) =>
        $"{name}: {{ typeName: {type}, expression: {{ type: JavaScript, value: \"{script}\" }} }}";

    public static string Text(string name, string value) =>
        $"{name}: {{ typeName: String, expression: {{ type: Literal, value: \"{value}\" }} }}";

    /// <summary>Keeps what an activity gives.</summary>
    public static string Into(string output, string variable = "v") =>
        $"{output}: {{ typeName: Object, memoryReference: {{ id: {variable} }} }}";

    public static string Line(string script) => $"type: Elsa.WriteLine, {Script("text", "String", script)}";

    // Whatever way an activity ends, the next one follows.
    private static string Connection(int to) =>
        string.Join(
            '\n',
            new[] { "Done", "Refused" }.Select(port =>
                $"    - {{ source: {{ activity: a{to - 1}, port: {port} }}, target: {{ activity: a{to}, port: In }} }}"
            )
        );
}
