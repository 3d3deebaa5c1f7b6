using System.Net;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Webhooks.Reading.Keys;

namespace CaseFlow.Engine.Webhooks.Reading;

/// <summary>Reads the tree of a webhook, whose shape has been checked.</summary>
internal sealed class WebhookPartsReader(ImmutableSortedDictionary<string, CaseProcess> processes, ProblemList problems)
{
    private const int DefaultMaxBytes = 1_000_000;

    public Webhook Read(YamlNode root, string hash)
    {
        var hasItem = root.At(WebhookKeys.ForEach) is not null;
        var whole = new TextReader(HookScope.WithoutItem, problems);
        var single = hasItem ? new TextReader(HookScope.WithItem, problems) : whole;
        var process = ProcessOf(root.At(WebhookKeys.Process));
        var name = root.At(WebhookKeys.Webhook).AsText() ?? "";
        var key = single.ReadExpression(root.At(WebhookKeys.KeyOfCase));
        var commands = new CommandReader(single, process, root.At(WebhookKeys.KeyOfCase) is not null, problems);
        return new Webhook
        {
            Name = name,
            Title = Labels.Read(root.At(WebhookKeys.Title), name),
            Hash = hash,
            Process = process?.Key ?? "",
            Path = root.At(WebhookKeys.Path).AsText() ?? name,
            Methods = MethodsOf(root),
            Verification = VerificationReader.Read(root.At(WebhookKeys.Verify), problems),
            From = [.. root.At(WebhookKeys.From).ManyScalars().Select(NetworkOf).OfType<IPNetwork>()],
            Body = root.At(WebhookKeys.Body).AsText() switch
            {
                "form" => HookBody.Form,
                "text" => HookBody.Text,
                _ => HookBody.Json,
            },
            MaxBytes = root.At(WebhookKeys.MaxBytes).AsWhole() ?? DefaultMaxBytes,
            Delivery = whole.ReadExpression(root.At(WebhookKeys.Delivery)),
            ForEach = whole.ReadExpression(root.At(WebhookKeys.ForEach)),
            Key = key,
            Rules = RulesOf(root, hasItem, commands),
        };
    }

    private ImmutableArray<HookRule> RulesOf(YamlNode root, bool hasItem, CommandReader commands)
    {
        var conditions = new ConditionReader(
            hasItem ? HookScope.WithItem : HookScope.WithoutItem,
            new FieldReader(problems),
            problems
        );
        ImmutableArray<YamlMapping> rules = [.. root.At(WebhookKeys.Rules).Many().OfType<YamlMapping>()];
        Distinct.Read(rules.Select(rule => rule.At(WebhookKeys.Rule)).OfType<YamlScalar>(), "rule", problems);
        foreach (var rule in rules.SkipLast(1).Where(rule => rule.At(WebhookKeys.When) is null))
        {
            problems.Add(
                rule.Start,
                ProblemCodes.NeverMatches,
                "this rule has no 'when' and always holds, so those behind it never match; put it last"
            );
        }

        return
        [
            .. rules.Select(
                (rule, index) =>
                    new HookRule(
                        rule.At(WebhookKeys.Rule).AsText() ?? FormattableString.Invariant($"rule {index + 1}"),
                        [
                            .. conditions
                                .Read(rule.At(WebhookKeys.When), "so the rule never matches")
                                .Select(placed => placed.Condition),
                        ],
                        commands.Read(rule.At(WebhookKeys.Do))
                    )
            ),
        ];
    }

    private CaseProcess? ProcessOf(YamlNode? node) =>
        new KnownNames("process", ProblemCodes.UnknownProcess, processes.Keys, problems).Refer(node, "webhook of")
            is { } key
            ? processes[key]
            : null;

    private static ImmutableArray<string> MethodsOf(YamlNode root) =>
        root.At(WebhookKeys.Methods).ManyScalars() is [_, ..] methods
            ? [.. methods.Select(method => method.Value).Distinct(StringComparer.Ordinal)]
            : ["POST"];

    private IPNetwork? NetworkOf(YamlScalar text)
    {
        if (IPNetwork.TryParse(text.Value, out var network))
        {
            return network;
        }

        if (IPAddress.TryParse(text.Value, out var address))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        problems.Add(
            text.Start,
            ProblemCodes.WebhookSetting,
            $"{Say.Shown(text)} is no address and no network; write 10.1.2.3, 10.1.0.0/16 or fd00::/8"
        );
        return null;
    }
}
