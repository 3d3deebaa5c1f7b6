using System.Text.Json.Nodes;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Tests.Processes;
using CaseFlow.Engine.Webhooks;

namespace CaseFlow.Engine.Tests.Webhooks;

public class WebhookReadingTests
{
    [Theory]
    [InlineData("github-issues")]
    [InlineData("alertmanager")]
    public void A_shipped_webhook_can_be_read_and_fits_the_schema(string name)
    {
        var text = Hooks.ShippedText(name);
        var problems = new ProblemList("x");

        Hooks.Ready(text, name + WebhookReader.FileEnding);

        Assert.Null(
            new SchemaCheck(JsonNode.Parse(WebhookSchema.Json)!.AsObject()).FindMisfit(YamlTree.Read(text, problems)!)
        );
    }

    [Fact]
    public void What_is_not_said_has_a_good_default()
    {
        var webhook = Hooks.Calls("rules: [{ do: ignore }]\n");

        Assert.Equal(("calls", "Calls", 1_000_000), (webhook.Path, webhook.Title.Text, webhook.MaxBytes));
        Assert.Equal(["POST"], webhook.Methods);
        Assert.Equal((HookBody.Json, HookScheme.None), (webhook.Body, webhook.Verification.Scheme));
        Assert.Equal("rule 1", webhook.Rules[0].Name);
    }

    [Theory]
    [InlineData("{ github: a }", HookScheme.GitHub, 300)]
    [InlineData("{ stripe: a, tolerance: 1m }", HookScheme.Stripe, 60)]
    [InlineData("{ zendesk: a }", HookScheme.Zendesk, 300)]
    [InlineData("{ standard-webhooks: a }", HookScheme.StandardWebhooks, 300)]
    [InlineData("{ bearer: a }", HookScheme.Bearer, 300)]
    public void Each_way_to_prove_who_sent_it_names_its_secret(string verify, HookScheme scheme, int seconds)
    {
        var verification = Hooks
            .Ready($"webhook: calls\nprocess: support-case\nverify: {verify}\nrules: [{{ do: ignore }}]\n")
            .Verification;

        Assert.Equal(
            (scheme, "a", seconds),
            (verification.Scheme, verification.Secret, verification.Tolerance.TotalSeconds)
        );
        Assert.Equal(HookSchemes.Of(scheme), verify.Split(':')[0].Trim('{', ' '));
    }

    [Fact]
    public void No_damage_to_a_webhook_is_more_than_problems()
    {
        var text = Hooks.ShippedText("github-issues");
        for (var cut = 0; cut < text.Length; cut += 7)
        {
            Hooks.Read("github-issues.webhook.yaml", text[..cut]);
            Hooks.Read("github-issues.webhook.yaml", text.Remove(cut, 1));
            Hooks.Read("github-issues.webhook.yaml", text.Insert(cut, "${"));
        }
    }
}
