using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Tests.Processes;
using CaseFlow.Engine.Webhooks;

namespace CaseFlow.Engine.Tests.Webhooks;

/// <summary>Webhooks for tests: the shipped ones, and a small one to which keys are added.</summary>
internal static class Hooks
{
    public static readonly DateTimeOffset Monday9 = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static CaseProcess SupportCase { get; } = Definitions.Shipped("support-case");

    public static ImmutableSortedDictionary<string, CaseProcess> Processes { get; } =
        ImmutableSortedDictionary.Create<string, CaseProcess>(StringComparer.Ordinal).Add("support-case", SupportCase);

    public static WebhookReadResult Read(string file, string text) => WebhookReader.Read(file, text, Processes);

    /// <summary>The webhook, or a failed test that shows its problems.</summary>
    public static Webhook Ready(string text, string file = "calls.webhook.yaml")
    {
        var result = Read(file, text);
        Assert.Equal("", string.Join('\n', Problems(result)));
        return Assert.IsType<WebhookReadResult.Ready>(result).Webhook;
    }

    public static Webhook Calls(string more) =>
        Ready($"webhook: calls\nprocess: support-case\nverify: none\nkey: body.id\n{more}");

    public static ImmutableArray<Problem> Problems(WebhookReadResult result) =>
        result is WebhookReadResult.Broken(var problems) ? problems : [];

    public static string ShippedText(string name) =>
        File.ReadAllText(Repository.PathTo("workflows", "support-case", name + WebhookReader.FileEnding));

    public static HookDelivery Delivery(string body, HookBody kind = HookBody.Json) =>
        HookDelivery.Read(kind, body, [new("x-event", "call")], [new("page", "2")], Monday9)!;
}
