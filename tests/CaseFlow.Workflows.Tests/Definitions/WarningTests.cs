using static CaseFlow.Workflows.Tests.Definitions.WorkflowReading;

namespace CaseFlow.Workflows.Tests.Definitions;

public class WarningTests
{
    [Fact]
    public void An_input_without_the_name_of_its_type_is_not_lost_in_silence() =>
        Assert.Contains(
            "(8,46): warning WF0101: 'text' has no 'typeName', so it counts as not given; add \"typeName\": \"String\"",
            Assert.Single(
                Warnings(Flow("- {id: a, type: Elsa.WriteLine, text:   {expression: {type: Literal, value: lost}}}"))
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_literal_that_is_no_value_of_its_type_is_named() =>
        Warned("WF0102", "'abc' is no Int32", "- {id: a, type: Elsa.For, start: abc, body: {id: b, type: Elsa.Start}}");

    [Fact]
    public void A_variable_that_a_wait_would_reset_is_named()
    {
        var warnings = Warnings(Flow(Line("a"), head: "variables: [{id: v, name: x, typeName: String, value: y}]"));

        Assert.Contains(
            "WF0103: variable 'x' has no storage driver",
            Assert.Single(warnings),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_type_that_nobody_knows_is_named_with_the_one_that_was_meant()
    {
        var warnings = Warnings(
            Flow(Line("a"), head: "variables: [{id: v, name: x, typeName: Strin, storageDriverTypeName: Workflow}]")
        );

        Assert.Contains(
            "WF0104: 'Strin' is no type that is known here; did you mean 'String'?",
            Assert.Single(warnings),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_connection_to_nowhere_is_named() =>
        Warned("WF0105", "did you mean 'first'?", Line("first"), Way("first", "frist"));

    [Fact]
    public void A_port_that_the_activity_does_not_have_is_named() =>
        Warned("WF0106", "has no outcome 'done'", Lines(Line("a"), Line("b")), Way("a", "b", "done"));

    [Fact]
    public void An_output_that_goes_to_nothing_is_named() =>
        Warned(
            "WF0107",
            "goes to 'nothing'",
            "- {id: a, type: Elsa.Event, eventName: E, result: {typeName: Object, memoryReference: {id: nothing}}}"
        );

    [Fact]
    public void A_join_that_waits_for_both_answers_of_one_decision_is_named() =>
        Warned(
            "WF0108",
            "those behind 'True' and 'False' of 'd' never come together",
            Lines(
                "- {id: d, type: Elsa.FlowDecision, condition: true}",
                Line("t"),
                Line("f"),
                "- {id: j, type: Elsa.FlowJoin, mode: WaitAll}"
            ),
            Lines(Way("d", "t", "\"True\""), Way("d", "f", "\"False\""), Way("t", "j"), Way("f", "j"))
        );

    [Fact]
    public void A_join_behind_a_fork_is_fine() =>
        Assert.Empty(
            Warnings(
                Flow(
                    Lines(Line("a"), Line("b"), Line("c"), "- {id: j, type: Elsa.FlowJoin, mode: WaitAll}"),
                    Lines(Way("a", "b"), Way("a", "c"), Way("b", "j"), Way("c", "j"))
                )
            )
        );

    [Fact]
    public void An_activity_that_nothing_leads_to_is_named() =>
        Warned("WF0109", "'b' never runs", Lines(Line("a"), Line("b"), Line("c")), Way("a", "c"));

    [Fact]
    public void A_syntax_that_nobody_knows_is_named() =>
        Warned(
            "WF0110",
            "'Cobol' is no syntax",
            "- {id: a, type: Elsa.WriteLine, text: {typeName: String, expression: {type: Cobol, value: x}}}"
        );

    [Fact]
    public void A_slip_in_the_name_of_an_input_is_named() =>
        Warned(
            "WF0111",
            "did you mean 'text'?",
            "- {id: a, type: Elsa.WriteLine, txt: {typeName: String, expression: {type: Literal, value: x}}}"
        );

    [Fact]
    public void A_loop_without_a_body_is_named() =>
        Warned("WF0112", "has no body", "- {id: a, type: Elsa.For, start: 1, end: 3}");

    [Fact]
    public void A_variable_that_is_not_there_is_named() =>
        Warned("WF0113", "'v9'", "- {id: a, type: Elsa.SetVariable, variable: {id: v9, name: x}, value: 1}");

    [Fact]
    public void A_state_that_is_not_there_is_named() =>
        Warned(
            "WF0114",
            "'Opne' in 'a'; did you mean 'Open'?",
            "- {id: a, type: Elsa.StateMachine, initialState: Opne, states: [{name: Open}], transitions: []}"
        );

    [Theory]
    [InlineData("JavaScript", "'getX('")]
    [InlineData("Liquid", "'{% if %}'")]
    public void An_expression_that_cannot_be_read_is_named(string syntax, string value) =>
        Warned(
            "WF0115",
            "'text' cannot be read",
            "- {id: a, type: Elsa.WriteLine, text: {typeName: String, expression: {type: "
                + syntax
                + ", value: "
                + value
                + "}}}"
        );

    private static void Warned(string code, string words, string activities, string connections = "")
    {
        var warning = Assert.Single(Warnings(Flow(activities, connections)));
        Assert.Contains($"warning {code}: ", warning, StringComparison.Ordinal);
        Assert.Contains(words, warning, StringComparison.Ordinal);
    }
}
