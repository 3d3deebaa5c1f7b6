using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Expressions;

namespace CaseFlow.Workflows.Tests.Definitions;

/// <summary>Reads workflows that are written for one test.</summary>
internal static class WorkflowReading
{
    private static readonly ExpressionEvaluator expressions = new(new ScriptLimits());

    /// <summary>A flowchart in YAML: its activities and connections, a line each.</summary>
    public static string Flow(string activities, string connections = "", string head = "") =>
        $"""
            definitionId: flow
            name: Flow
            {head}
            root:
              id: flow
              type: Elsa.Flowchart
              activities:
            {Indent(activities, 4)}
              connections:
            {Indent(connections, 4)}
            """;

    public static string Line(string id, string text = "x") =>
        $"- {{id: {id}, type: Elsa.WriteLine, text: {{typeName: String, expression: {{type: Literal, value: {text}}}}}}}";

    public static string Way(string from, string to, string port = "Done") =>
        $"- {{source: {{activity: {from}, port: {port}}}, target: {{activity: {to}}}}}";

    public static string Lines(params ReadOnlySpan<string> lines) => string.Join('\n', lines!);

    public static ImmutableArray<string> Problems(string text, string file = "a.workflow.yaml") =>
        WorkflowReader.Read(text, file, expressions: expressions) is WorkflowReadResult.Broken broken
            ? [.. broken.Problems.Select(problem => problem.ToString())]
            : [];

    public static ImmutableArray<string> Warnings(string text, string file = "a.workflow.yaml") =>
        [.. WorkflowReader.Read(text, file, expressions: expressions).Warnings.Select(warning => warning.ToString())];

    public static WorkflowDefinition Ready(string text, string file = "a.workflow.yaml")
    {
        var read = WorkflowReader.Read(text, file, expressions: expressions);
        return read is WorkflowReadResult.Ready ready
            ? ready.Definition
            : throw new InvalidOperationException(
                string.Join('\n', ((WorkflowReadResult.Broken)read).Problems.Select(problem => problem.ToString()))
            );
    }

    private static string Indent(string lines, int by) =>
        string.Join('\n', lines.Split('\n').Select(line => new string(' ', by) + line));
}
