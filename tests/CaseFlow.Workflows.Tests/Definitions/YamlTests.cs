using CaseFlow.Workflows.Documents;
using CsCheck;
using static CaseFlow.Workflows.Tests.Definitions.WorkflowReading;

namespace CaseFlow.Workflows.Tests.Definitions;

public class YamlTests
{
    private static readonly DocumentPlace nowhere = new(1, 1);

    private static readonly Gen<string> genText = Gen.OneOf(
            Gen.String,
            Gen.String[Gen.Char[" \n:#-'\"{}[]|>&*!%@`abc1"], 0, 12],
            Gen.OneOf(
                "true",
                "False",
                "null",
                "~",
                "3e5",
                "1",
                "0x1F",
                "5590069018e10",
                "yes",
                "",
                "a: b",
                "- a",
                "---"
            )
        )
        .Where(text => text.All(one => one is '\t' or '\n' or (>= ' ' and < '\u007F') or (> '\u00A0' and < '\uD800')));

    private static readonly Gen<DocumentNode> genNode = Gen.Recursive<DocumentNode>(
        (depth, inner) =>
            depth > 3
                ? genText.Select(DocumentNode (text) => new DocumentText(nowhere, text))
                : Gen.OneOf(
                    genText.Select(DocumentNode (text) => new DocumentText(nowhere, text)),
                    Gen.Int.Select(
                        DocumentNode (number) => new DocumentNumber(nowhere, FormattableString.Invariant($"{number}"))
                    ),
                    Gen.Bool.Select(DocumentNode (flag) => new DocumentFlag(nowhere, flag, flag ? "true" : "false")),
                    Gen.Const((DocumentNode)new DocumentNothing(nowhere)),
                    inner.Array[0, 4].Select(DocumentNode (items) => new DocumentList(nowhere, [.. items])),
                    Gen.Select(genText, inner)
                        .Array[0, 4]
                        .Select(
                            DocumentNode (members) =>
                                new DocumentObject(
                                    nowhere,
                                    [
                                        .. members
                                            .DistinctBy(member => member.Item1)
                                            .Where(member => member.Item1 != "<<")
                                            .Select(member => new DocumentMember(
                                                nowhere,
                                                "x" + member.Item1,
                                                member.Item2
                                            )),
                                    ]
                                )
                        )
                )
    );

    [Fact]
    public void Whatever_a_file_holds_is_the_same_after_JSON_and_YAML() => genNode.Sample(RoundTrips.Check);

    [Fact]
    public void Bare_words_are_texts_where_the_format_wants_texts()
    {
        var flow = Ready(
            Flow(
                Lines(
                    "- {id: 3e5, type: Elsa.FlowDecision, condition: true}",
                    "- {id: 1, type: Elsa.WriteLine, text: {typeName: String, expression: {type: Literal, value: 007}}}"
                ),
                "- {source: {activity: 3e5, port: False}, target: {activity: 1}}"
            )
        );

        var connection = Assert.Single(flow.Root.Connections);
        Assert.Equal(("3e5", "False", "1"), (connection.Source, connection.Port, connection.Target));
        Assert.Contains("\"port\": \"False\"", flow.ToJson(), StringComparison.Ordinal);
        Assert.Contains("\"id\": \"3e5\"", flow.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_keeps_what_means_nothing_here()
    {
        const string text = """
            {"id": "a", "definitionId": "a", "somethingNew": {"x": 1.50},
             "root": {"type": "Elsa.WriteLine", "metadata": {"designer": {"position": {"x": -5e-3}}}}}
            """;

        var back = Ready(Ready(text, "a.json").ToYaml()).ToJson();

        Assert.Contains("\"x\": 1.50", back, StringComparison.Ordinal);
        Assert.Contains("\"x\": -5e-3", back, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_of_the_documentation_is_read_without_a_word()
    {
        var page = File.ReadAllText(Repository.PathTo("docs", "workflows.md"));
        var example = page.Split("```")[1]["yaml\n".Length..];

        Assert.Empty(Problems(example));
        Assert.Empty(Warnings(example));
    }

    [Theory]
    [InlineData("""{"source": {"activity": "a", "port": "Done"}, "target": {"activity": "b"}}""")]
    [InlineData("""{"Source": {"Activity": "a", "Port": "Done"}, "Target": {"Activity": "b"}}""")]
    [InlineData("""{"source": "a", "target": "b", "sourcePort": "Done", "targetPort": "In"}""")]
    public void A_connection_is_read_in_each_of_its_shapes(string connection)
    {
        foreach (var shape in new[] { $"[{connection}]", connection, "{\"$values\": [" + connection + "]}" })
        {
            var text = $$$"""
                {"id": "a", "root": {"type": "Elsa.Flowchart", "connections": {{{shape}}},
                 "activities": {"_type": "list", "items": [{"id": "a", "type": "Elsa.Start"}, {"id": "b", "type": "Elsa.End"}]} }}
                """;

            var found = Assert.Single(Ready(text, "a.json").Root.Connections);

            Assert.Equal(("a", "Done", "b"), (found.Source, found.Port, found.Target));
        }
    }

    [Fact]
    public void A_workflow_without_a_root_ends_at_once() =>
        Assert.Equal("Elsa.Sequence", Ready("definitionId: a\nname: A").Root.Type);

    [Fact]
    public void Activities_without_an_id_get_one_by_their_type() =>
        Assert.Equal(
            ["WriteLine1", "WriteLine2"],
            Ready("id: a\nroot: {type: Elsa.Sequence, activities: [{type: Elsa.WriteLine}, {type: Elsa.WriteLine}]}")
                .Root.Activities.Select(one => one.Id)
        );
}
