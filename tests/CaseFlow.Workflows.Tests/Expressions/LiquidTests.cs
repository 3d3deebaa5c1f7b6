using CaseFlow.Workflows.Expressions.Liquid;
using static CaseFlow.Workflows.Tests.Expressions.Evaluating;

namespace CaseFlow.Workflows.Tests.Expressions;

public sealed class LiquidTests
{
    [Theory]
    [InlineData("{{ Variables.status }} {{ Variables.cfg.a.c }} {{ Variables['order_id'] }}", "New orig 7")]
    [InlineData("{{ Variables.none }}", "")]
    [InlineData("{{ Input.Name }}", "Zed")]
    [InlineData("{{ Output.a1 }}", "Result of ask")]
    [InlineData("{{ CorrelationId }}", "C-1")]
    [InlineData(
        "{{ WorkflowDefinitionId }} {{ WorkflowDefinitionVersionId }} {{ WorkflowDefinitionVersion }}",
        "d-1 d-1-v3 3"
    )]
    [InlineData("{{ WorkflowInstanceId }} {{ WorkflowInstanceName }}", "i-1 first")]
    [InlineData("{{ LastResult }}", "last")]
    [InlineData("{{ Variables.wait }} {{ Variables.id }}", "00:05:00 11111111-2222-3333-4444-555555555555")]
    [InlineData("{{ Variables.since | date: '%Y-%m-%d' }}", "2026-01-02")]
    [InlineData("{{ 'now' | date: '%Y-%m-%d' }}", "2026-03-04")]
    [InlineData("{{ Variables.list | json }} {{ Variables.cfg | json }}", """[1,2,3] {"a":{"c":"orig"}}""")]
    [InlineData("{{ Variables.cfg | keys | join: ',' }}", "a")]
    [InlineData("{{ 'hi' | base64 }}", "aGk=")]
    [InlineData(
        "{% for x in Variables.list %}{{ x }};{% endfor %}{% for i in (1..3) %}{{ i }}{% endfor %}",
        "1;2;3;123"
    )]
    [InlineData("{% if Variables.status == 'New' %}yes{% else %}no{% endif %}", "yes")]
    [InlineData("{% assign x = 'a' | upcase %}{{ x }}", "A")]
    [InlineData("<b>{{ '<' }}</b>", "<b><</b>")]
    public void A_template_shows_what_is_in_scope(string template, string text) => Assert.Equal(text, Liquid(template));

    [Theory]
    [InlineData("Hello {% if %}", "The template cannot be read: ")]
    [InlineData("{{ 'x' | nofilter }}", "nofilter")]
    [InlineData("{{ Nothing.x }}", "'Nothing' is nothing that a template knows. Known: ")]
    [InlineData("{{ Output.gone }}", "There is no activity 'gone'.")]
    [InlineData("{% for i in (1..100000000) %}{% endfor %}", "The range (1..100000000) has more than 10000 numbers.")]
    [InlineData(
        "{% assign n = 100000000 %}{% for i in (1..n) %}{% endfor %}",
        "The range (1..100000000) has more than 10000 numbers."
    )]
    [InlineData(
        "{% for a in (1..9999) %}{% for b in (1..9999) %}{% for c in (1..9999) %}{% endfor %}{% endfor %}{% endfor %}",
        "The template took "
    )]
    [InlineData(
        "{% for a in (1..9999) %}{{ 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' }}{% endfor %}",
        "The template writes more than 1048576 characters."
    )]
    [InlineData(
        "{% assign a = 'xxxxxxxx' %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}",
        "The template makes a text of more than"
    )]
    [InlineData(
        "{% capture a %}x{% endcapture %}{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}",
        "The template makes a text of more than"
    )]
    [InlineData(
        "{% assign a = 'xxxxxxxx' %}{% for i in (1..17) %}{% assign a = a | append: a %}{% endfor %}{{ a | replace: 'x', a }}",
        "The template makes a text of more than"
    )]
    public void A_template_that_fails_or_takes_too_much_says_so(string template, string said) =>
        Assert.Contains(said, Refused(() => Liquid(template)), StringComparison.Ordinal);

    [Fact]
    public void A_template_nested_without_end_fails_and_the_host_lives() =>
        Assert.NotEmpty(
            Refused(() =>
                Liquid(
                    string.Concat(Enumerable.Repeat("{% if true %}", 5_000))
                        + string.Concat(Enumerable.Repeat("{% endif %}", 5_000))
                )
            )
        );

    [Fact]
    public void As_many_tags_as_are_allowed_fit_on_the_stack() =>
        Assert.Equal(
            "x",
            Liquid(
                string.Concat(Enumerable.Repeat("{% if true %}", 250))
                    + "x"
                    + string.Concat(Enumerable.Repeat("{% endif %}", 250))
            )
        );

    [Fact]
    public void What_one_template_assigns_the_next_does_not_see()
    {
        Liquid("{% assign leak = 1 %}");

        Assert.Contains("'leak' is nothing", Refused(() => Liquid("{{ leak }}")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_roots_are_those_of_the_documentation() =>
        Assert.Equal(
            [
                "CorrelationId",
                "Input",
                "LastResult",
                "Output",
                "Variables",
                "WorkflowDefinitionId",
                "WorkflowDefinitionVersion",
                "WorkflowDefinitionVersionId",
                "WorkflowInstanceId",
                "WorkflowInstanceName",
            ],
            TemplateRoots.Simple.Keys.Concat(TemplateRoots.WithMembers.Keys).Order(StringComparer.Ordinal)
        );
}
