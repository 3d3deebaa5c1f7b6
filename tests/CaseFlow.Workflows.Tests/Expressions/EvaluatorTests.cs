using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Values;
using static CaseFlow.Workflows.Tests.Expressions.Evaluating;

namespace CaseFlow.Workflows.Tests.Expressions;

public sealed class EvaluatorTests
{
    private static readonly ScopeOfTests Scope = new();

    [Fact]
    public void A_literal_is_converted_to_the_wanted_type_and_what_is_lost_is_told()
    {
        Assert.Equal(5, Evaluate("Literal", "5", DeclaredType.Int32).Value);
        Assert.Null(Evaluate("Literal", null, DeclaredType.Int32).Value);
        Assert.Equal(
            new Converted(0, "'abc' is no Int32; taken as 0."),
            Evaluate("Literal", "abc", DeclaredType.Int32)
        );
    }

    [Fact]
    public void An_object_stays_text_where_anything_is_wanted_and_is_read_where_an_object_is()
    {
        Assert.Equal("{\"k\":1}", Evaluate("Object", "{\"k\":1}", DeclaredType.Object).Value);
        Assert.Equal(
            1,
            ((IDictionary<string, object?>)Evaluate("Json", "{\"k\":1}", DeclaredType.ObjectDictionary).Value!)["k"]
        );
        Assert.Null(Evaluate("Object", " ", DeclaredType.Json).Value);
        Assert.StartsWith(
            "'{\"k\":' is broken JSON: ",
            Refused(() => Evaluate("Object", "{\"k\":", DeclaredType.Json)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_variable_is_found_by_its_id_and_an_input_by_its_name()
    {
        Assert.Equal("New", Evaluate("Variable", Named("id", "v-status"), DeclaredType.Object).Value);
        Assert.Equal("New", Evaluate("Variable", "{\"id\":\"v-status\"}", DeclaredType.Object).Value);
        Assert.Null(Evaluate("Variable", Named("id", "v-gone"), DeclaredType.Object).Value);
        Assert.Equal("Zed", Evaluate("Input", Named("name", "Name"), DeclaredType.Object).Value);
        Assert.Null(Evaluate("Input", Named("name", "gone"), DeclaredType.Object).Value);
    }

    [Fact]
    public void What_a_script_or_a_template_gives_is_converted()
    {
        Assert.Equal(8L, Evaluate("JavaScript", "getOrderId() + 1", DeclaredType.Int64).Value);
        Assert.Equal(TimeSpan.FromMinutes(5), Evaluate("JavaScript", "getWait()", DeclaredType.TimeSpan).Value);
        Assert.Equal(7, Evaluate("Liquid", "{{ Variables.order_id }}", DeclaredType.Int32).Value);
        Assert.Null(Evaluate("JavaScript", "", DeclaredType.Object).Value);
    }

    [Theory]
    [InlineData("CSharp", "C# expressions run as code of the host")]
    [InlineData("Python", "Python expressions are not run here")]
    [InlineData("Secret", "Secrets are no expressions here")]
    [InlineData("javascript", "'javascript' is no syntax of expressions. Known: Literal, ")]
    public void A_syntax_that_is_not_run_says_why(string syntax, string why)
    {
        var expression = new WorkflowExpression(syntax, "1");

        Assert.StartsWith(why, Evaluator.Check(expression), StringComparison.Ordinal);
        Assert.StartsWith(why, Refused(() => Evaluate(syntax, "1", DeclaredType.Object)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("JavaScript", "getX(", false)]
    [InlineData("JavaScript", "nope.x", true)]
    [InlineData("JavaScript", "eval('1')", false)]
    [InlineData("Liquid", "{% if %}", false)]
    [InlineData("Liquid", "{{ 1 }}", true)]
    [InlineData("Literal", "{% if %}", true)]
    public void An_expression_is_checked_before_it_runs(string syntax, string text, bool isFine) =>
        Assert.Equal(isFine, Evaluator.Check(new WorkflowExpression(syntax, text)) is null);

    private static Converted Evaluate(string syntax, object? value, DeclaredType wanted) =>
        Evaluator.Evaluate(new WorkflowExpression(syntax, value), Scope, wanted);

    private static Dictionary<string, object?> Named(string name, string value) => new() { [name] = value };
}
