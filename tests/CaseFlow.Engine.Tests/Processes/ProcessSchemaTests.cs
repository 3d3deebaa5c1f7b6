using System.Text.Json.Nodes;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Tests.Processes;

public class ProcessSchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(ProcessSchema.Json)!.AsObject();

    [Theory]
    [InlineData("support-case")]
    [InlineData("access-request")]
    public void A_shipped_process_fits_the_schema(string key) =>
        Assert.Null(new SchemaCheck(Schema).FindMisfit(Tree(Definitions.ShippedText(key))));

    [Theory]
    [InlineData("queue: { desk: {} }\n", "'queue' is not in the schema")]
    [InlineData("automation: [{ rule: A, on: case.created }]\n", "lacks do")]
    [InlineData("automation: [{ rule: A, on: case.created, do: [routing] }]\n", "fits none")]
    [InlineData("fields: { a: { type: number } }\n", "is not among")]
    [InlineData("fields: { a: { typ: text } }\n", "lacks type")]
    [InlineData("stages: [look: { steps: [{ lookup: customers }] }]\n", "fits none")]
    [InlineData("routing: [{ rule: A, queue: desk }]\n", "lacks when")]
    [InlineData("queues: { desk: { assign: random } }\n", "is not among")]
    [InlineData("policies: { resolve-from-any-stage: maybe }\n", "is not of type")]
    public void What_the_reader_refuses_by_its_tables_does_not_fit_the_schema(string section, string misfit)
    {
        Assert.NotEmpty(Definitions.Problems(Definitions.Desk(section)));
        Assert.Contains(
            misfit,
            new SchemaCheck(Schema).FindMisfit(Tree(Definitions.Desk(section))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_schema_is_of_the_draft_that_editors_know_and_explains_each_key()
    {
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", Schema["$schema"]!.GetValue<string>());
        Assert.All(
            Schema["properties"]!.AsObject(),
            property => Assert.NotEqual("", property.Value!["description"]!.GetValue<string>())
        );
    }

    private static YamlNode Tree(string text)
    {
        var problems = new ProblemList("desk.process.yaml");
        var tree = YamlTree.Read(text, problems);
        Assert.Empty(problems.InOrder());
        return tree!;
    }
}
