using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Webhooks;

namespace CaseFlow.Engine.Tests.Webhooks;

public class HookPlanTests
{
    private const string Rules = """
        rules:
          - { rule: First, when: body.kind == 'a', do: ignore }
          - { rule: Second, when: "body.kind in ['a', 'b']", do: { add-note: b } }

        """;

    [Theory]
    [InlineData("{ \"kind\": \"a\" }", "First")]
    [InlineData("{ \"kind\": \"b\" }", "Second")]
    [InlineData("{ \"kind\": \"c\" }", null)]
    [InlineData("{ \"kind\": null }", null)]
    [InlineData("{}", null)]
    [InlineData("7", null)]
    public void The_first_rule_that_holds_says_what_is_done(string body, string? rule) =>
        Assert.Equal(rule, Assert.Single(HookPlan.Of(Hooks.Calls(Rules), Hooks.Delivery(body))).Rule?.Name);

    [Fact]
    public void Where_a_delivery_is_about_several_things_each_has_its_own_rule_and_case()
    {
        var webhook = Hooks.Ready(
            """
            webhook: calls
            process: support-case
            verify: none
            for-each: body.calls
            key: "[item.id, item.at]"
            rules:
              - { when: item.open, do: ignore }

            """
        );

        var items = HookPlan.Of(
            webhook,
            Hooks.Delivery(
                "{ \"calls\": [{ \"id\": { \"b\": 1, \"a\": 2 }, \"at\": 3, \"open\": true }, { \"id\": 1 }, null] }"
            )
        );

        Assert.Equal(["rule 1", null, null], items.Select(item => item.Rule?.Name));
        Assert.Equal(new ExternalReference("calls", "[{\"a\":2,\"b\":1},3]"), items[0].Reference);
        Assert.Null(items[1].Reference);
        Assert.Equal("'key' gives nothing: no such key: 'at'", items[1].WhyNone);
    }

    [Fact]
    public void A_long_key_is_told_by_its_hash()
    {
        var items = HookPlan.Of(Hooks.Calls(Rules), Hooks.Delivery($"{{ \"id\": \"{new string('x', 201)}\" }}"));

        Assert.Matches("^sha256:[0-9a-f]{64}$", items[0].Reference!.Key);
    }

    [Fact]
    public void No_delivery_is_about_more_things_than_anybody_means()
    {
        var webhook = Hooks.Calls("for-each: body\nrules: [{ do: ignore }]\n");

        Assert.Equal(1_000, HookPlan.Of(webhook, Hooks.Delivery($"[{string.Join(',', new int[2_000])}]")).Length);
        Assert.StartsWith(
            "'for-each' gives no list: 7",
            Assert.Single(HookPlan.Of(webhook, Hooks.Delivery("7"))).WhyNone,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("\\ud83d", "|\uFFFD|")]
    [InlineData("\\ude00x", "|\uFFFDx|")]
    [InlineData("\\uD83D\\uDE00", "|\U0001F600|")]
    [InlineData("\\\\ud83d", "|\\ud83d|")]
    public void A_text_that_its_sender_cut_within_a_character_is_taken_all_the_same(string text, string expected)
    {
        var webhook = Hooks.Calls("rules: [{ do: { create: { title: \"|${body.a}|\", customer: x } } }]\n");

        var item = HookPlan.Of(webhook, Hooks.Delivery("{\"a\":\"" + text + "\"}"))[0];
        var create = (HookCommand.Create)((HookTarget.Ask)item.Rule!.Do).Commands[0];
        Assert.Equal(expected, HookSteps.Opening(create, Hooks.SupportCase, item.Facts).Title);
    }

    [Theory]
    [InlineData("a=1&b=x+y&c=%C3%A9&d", "1 x y é ")]
    [InlineData("a=1&a=2", "1   ")]
    [InlineData("", "   ")]
    public void A_form_is_read_by_its_names(string body, string expected)
    {
        var webhook = Hooks.Calls(
            "body: form\nrules: [{ do: { create: { title: \"|${body.a} ${body.b} ${body.c} ${body.d}|\", customer: x } } }]\n"
        );

        var item = HookPlan.Of(webhook, Hooks.Delivery(body, HookBody.Form))[0];
        var create = (HookCommand.Create)((HookTarget.Ask)item.Rule!.Do).Commands[0];
        Assert.Equal($"|{expected}|", HookSteps.Opening(create, Hooks.SupportCase, item.Facts).Title);
    }

    [Fact]
    public void What_the_delivery_lacks_stays_as_it_is_and_what_it_says_is_nothing_is_emptied()
    {
        var webhook = Hooks.Calls(
            "rules: [{ do: { edit: { fields: { description: \"${body.a}\", subject: \"${body.b}\", product: Phone } } } }]\n"
        );

        var item = HookPlan.Of(webhook, Hooks.Delivery("{ \"id\": 1, \"b\": null }"))[0];
        var command = HookSteps.Command(
            ((HookTarget.Ask)item.Rule!.Do).Commands[0],
            Hooks.SupportCase,
            item.Facts,
            Guid.Empty,
            new Actor("webhook:calls", Role.Automation),
            Hooks.Monday9
        );

        var changes = Assert.IsType<CaseCommand.Edit>(command).Changes;
        Assert.Equal(["product", "subject"], changes.Keys);
        Assert.Null(changes["subject"]);
    }
}
