using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Webhooks;

namespace CaseFlow.Engine.Tests.Webhooks;

public class HookTextTests
{
    private const string Body = """
        {
          "title": "Mail is down", "n": 7, "share": 0.5, "flag": true, "none": null, "empty": "",
          "labels": [{ "name": "bug" }, { "name": "mail" }], "tags": ["a", "b"], "of": { "b": 1, "a": "x" }
        }
        """;

    [Theory]
    [InlineData("Mail", "Mail")]
    [InlineData("${body.title}", "Mail is down")]
    [InlineData("Call ${body.n}: ${body.title}", "Call 7: Mail is down")]
    [InlineData("${body.share} ${body.flag}", "0.5 true")]
    [InlineData("$${body.title} costs $5 {now}", "${body.title} costs $5 {now}")]
    [InlineData("${'}' + \"{\"} ${{'a': 'b'}.a}", "}{ b")]
    [InlineData("[${body.none}${body.lacks.it}${body.empty}]", "[]")]
    [InlineData("${body.tags}", "a, b")]
    [InlineData("${body.of}", "{\"a\":\"x\",\"b\":1}")]
    [InlineData("${body.labels.map(one, one.name)}", "bug, mail")]
    [InlineData("${headers['x-event']} ${query.page} ${now}", "call 2 2026-03-02T09:00:00Z")]
    [InlineData("${has(body.other) ? body.other : 'nothing'}", "nothing")]
    public void A_text_is_filled_in_with_what_the_delivery_says(string text, string expected) =>
        Assert.Equal(expected, TitleOf(text, Body));

    [Theory]
    [InlineData("${body.none}")]
    [InlineData("${body.lacks}")]
    [InlineData("  ${body.empty} ")]
    public void What_is_lacking_is_no_title(string text) => Assert.Equal("(no title)", TitleOf(text, Body));

    [Fact]
    public void A_title_is_one_line_of_at_most_so_many_characters()
    {
        Assert.Equal("a b", TitleOf("${body.t}", "{ \"t\": \"a\\nb\" }"));
        Assert.Equal(300, TitleOf("${body.t}", $"{{ \"t\": \"{new string('x', 400)}\" }}").Length);
    }

    [Theory]
    [InlineData("impact", "${body.v}", "3", "3")]
    [InlineData("impact", "${body.v}", "\"3\"", "3")]
    [InlineData("impact", "3", "null", "3")]
    [InlineData("description", "${body.v}", "12.5", "12.5")]
    [InlineData("description", "${body.v}", "\"\"", null)]
    [InlineData("description", "${body.v}", "\"\\u0000\"", "\uFFFD")]
    [InlineData("priority", "${body.v == 'P1' ? 'high' : 'low'}", "\"P1\"", "high")]
    [InlineData("priority", "${body.w == 'P1' ? 'high' : 'low'}", "\"P1\"", null)]
    public void A_field_takes_the_value_in_its_own_type(string field, string text, string value, string? expected)
    {
        var fields = Opening(
            $"{{ title: x, customer: y, fields: {{ {field}: \"{text}\" }} }}",
            $"{{\"v\":{value}}}"
        ).Fields;

        Assert.Equal(expected, fields[field]?.ToString());
        Assert.True(field != "impact" || fields[field] is FieldValue.Integer);
    }

    private static string TitleOf(string text, string body) =>
        Opening($"{{ title: \"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\", customer: x }}", body).Title;

    private static (string Title, FieldValues Fields) Opening(string create, string body)
    {
        var item = Assert.Single(
            HookPlan.Of(Hooks.Calls($"rules: [{{ do: {{ create: {create} }} }}]\n"), Hooks.Delivery(body))
        );
        var asked = Assert.IsType<HookTarget.Ask>(item.Rule!.Do);
        return HookSteps.Opening((HookCommand.Create)asked.Commands[0], Hooks.SupportCase, item.Facts);
    }
}
