using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;
using CaseFlow.Workflows.Definitions;
using static CaseFlow.Workflows.Tests.Definitions.WorkflowReading;

namespace CaseFlow.Workflows.Tests.Definitions;

public class ProblemTests
{
    [Fact]
    public void An_activity_that_does_not_exist_is_named_with_its_place_and_the_one_that_was_meant() =>
        Assert.Equal(
            [
                "a.workflow.yaml(8,21): error WF0006: there is no activity 'Elsa.WriteLin' (at 'a'); did you mean 'Elsa.WriteLine'?",
            ],
            Problems(Flow("- {id: a, type: Elsa.WriteLin}"))
        );

    [Theory]
    [InlineData("Elsa.Join", "Elsa.FlowJoin")]
    [InlineData("WriteLine", "Elsa.WriteLine")]
    [InlineData("elsa.writeline", "Elsa.WriteLine")]
    [InlineData("Elsa.Http.HttpEndpoint", "Elsa.HttpEndpoint")]
    [InlineData("Elsa.Workflows.Activities.SetVariable", "Elsa.SetVariable")]
    public void An_activity_under_another_name_of_its_own_is_suggested(string type, string meant) =>
        Assert.Contains(
            $"did you mean '{meant}'?",
            Assert.Single(Problems(Flow("- {id: a, type: " + type + "}"))),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("every hour", "'every hour' is no cron expression of six fields")]
    [InlineData("0 * * * *", "did you mean '0 0 * * * *'?")]
    [InlineData("", "'' is no cron expression of six fields")]
    public void A_cron_expression_that_never_comes_is_refused(string written, string words)
    {
        var text = Flow("- {id: a, type: Elsa.Cron, cronExpression: \"" + written + "\"}");

        var read = WorkflowReader.Read(
            text,
            "a.workflow.yaml",
            cases: ImmutableDictionary<string, ConditionScope>.Empty
        );

        var problem = Assert.Single(Assert.IsType<WorkflowReadResult.Broken>(read).Problems).ToString();
        Assert.StartsWith("a.workflow.yaml(8,48): error WF0012: ", problem, StringComparison.Ordinal);
        Assert.Contains(words, problem, StringComparison.Ordinal);

        // What was published before it was looked at goes on.
        Assert.IsType<WorkflowReadResult.Ready>(WorkflowReader.Read(text, "a.workflow.yaml"));
    }

    [Fact]
    public void All_problems_of_a_file_come_at_once()
    {
        var problems = Problems(
            Flow(Lines("- {id: a, type: Elsa.Nothing}", "- {id: b}", "- {id: c, type: Elsa.RunCSharp}", "- 3"))
        );

        Assert.Equal(
            ["WF0006", "WF0009", "WF0007", "WF0004"],
            problems.Select(problem => problem.Split([' ', ':'])[3])
        );
    }

    [Fact]
    public void A_condition_of_a_case_is_refused_where_no_process_knows_what_it_names()
    {
        var cases = new[] { "product", "mood" }.ToDictionary(field => field, Scope, StringComparer.Ordinal);

        var problem = Assert.Single(Read("case.fields.temper == 'good'"));
        Assert.StartsWith("a.workflow.yaml(8,72): error WF0011: ", problem, StringComparison.Ordinal);
        Assert.Contains("'temper'", problem, StringComparison.Ordinal);
        Assert.Single(Read("case.fields.mood =="));
        Assert.Empty(Read("case.fields.mood == 'good'"));
        Assert.Empty(Read("case.fields.product == 'Phone'"));

        ImmutableArray<string> Read(string condition) =>
            WorkflowReader.Read(
                Flow("- {id: wait, type: CaseFlow.WaitForCase, caseId: CAS-1, condition: \"" + condition + "\"}"),
                "a.workflow.yaml",
                cases: cases
            )
                is WorkflowReadResult.Broken(var problems)
                ? [.. problems.Select(problem => problem.ToString())]
                : [];
    }

    [Theory]
    [InlineData("CSharp", "C# expressions")]
    [InlineData("Python", "Python expressions")]
    public void Code_of_the_host_is_refused_by_the_name_of_its_language(string syntax, string words)
    {
        var text =
            "- {id: a, type: Elsa.WriteLine, text: {typeName: String, expression: {type: " + syntax + ", value: x}}}";

        var problem = Assert.Single(Problems(Flow(text)));

        Assert.Contains("WF0008", problem, StringComparison.Ordinal);
        Assert.Contains(words, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workflow_of_Elsa_2_is_refused_as_such() =>
        Assert.Contains(
            "Elsa 2",
            Assert.Single(
                Problems("""{"definitionId": "a", "activities": [{"activityId": "1"}], "connections": []}""", "a.json")
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("{", "a.json(1,2): error WF0001")]
    [InlineData("{\"a\": 1,\n \"b\": }", "a.json(2,7): error WF0001")]
    [InlineData("[1]", "a.json(1,1): error WF0004: a workflow is an object, and here is a list")]
    [InlineData("{\"a\": 1}", "a.json(1,1): error WF0004: this is no workflow")]
    [InlineData("{\"id\": \"a\", \"id\": \"b\"}", "a.json(1,13): error WF0003")]
    [InlineData("", "a.json(1,1): error WF0001")]
    [InlineData("{\"id\": \"\\ud800\"}", "a.json(1,8): error WF0001")]
    [InlineData(
        "{\"id\": \"a\", \"root\": {\"type\": \"Elsa.Flowchart\", \"connections\": [3]}}",
        "a.json(1,64): error WF0004"
    )]
    public void What_is_no_workflow_is_refused_at_its_place(string text, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Problems(text, "a.json")), StringComparison.Ordinal);

    [Fact]
    public void Values_that_are_nested_too_deep_are_refused()
    {
        var text = "{\"id\": \"a\", \"root\": " + new string('[', 300) + new string(']', 300) + "}";

        Assert.Contains(
            "nested deeper than 200 levels",
            Assert.Single(Problems(text, "a.json")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_of_more_than_ten_million_characters_is_refused() =>
        Assert.Contains(
            "10,000,000 are the most",
            Assert.Single(Problems(new string(' ', 10_000_001), "a.json")),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_flowchart_that_nobody_could_draw_is_refused()
    {
        var activities = string.Join(", ", Enumerable.Repeat("{\"type\": \"Elsa.Start\"}", 5_001));
        var text = "{\"id\": \"a\", \"root\": {\"type\": \"Elsa.Flowchart\", \"activities\": [" + activities + "]}}";

        Assert.Contains(
            "more than 5,000 activities",
            Assert.Single(Problems(text, "a.json")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_name_of_a_million_characters_is_not_compared_with_what_was_meant() =>
        Assert.Contains(
            "there is no activity 'xxx",
            Assert.Single(
                Problems($"{{\"id\": \"a\", \"root\": {{\"type\": \"{new string('x', 1_000_000)}\"}}}}", "a.json")
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_alias_that_would_grow_without_end_is_refused()
    {
        var bombs = Enumerable
            .Range(1, 9)
            .Select(n => $"a{n}: &a{n} [{string.Join(", ", Enumerable.Repeat($"*a{n - 1}", 9))}]");

        var problem = Assert.Single(Problems($"id: a\na0: &a0 [x, x]\n{string.Join('\n', bombs)}"));

        Assert.Contains("CF0004", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_activities_of_one_id_beside_each_other_are_refused() =>
        Assert.Contains("WF0010", Assert.Single(Problems(Flow(Lines(Line("a"), Line("a"))))), StringComparison.Ordinal);

    [Fact]
    public void Every_code_has_its_line_in_the_documentation()
    {
        var page = File.ReadAllText(Repository.PathTo("docs", "problems.md"));

        foreach (var field in typeof(WorkflowProblems).GetFields())
        {
            Assert.Contains($"| {field.GetValue(null)} |", page, StringComparison.Ordinal);
        }
    }

    private static ConditionScope Scope(string field) =>
        Assert
            .IsType<ReadResult.Ready>(
                ProcessReader.Read(
                    $"{field}.process.yaml",
                    $$"""
                    process: {{field}}
                    title: With a {{field}}
                    ticket: "A-{number}"
                    fields: { {{field}}: { type: text } }
                    statuses: { active: { open: { initial: true } }, resolved: { done: } }
                    transitions: any
                    """
                )
            )
            .Process.Parts.Scope;
}
