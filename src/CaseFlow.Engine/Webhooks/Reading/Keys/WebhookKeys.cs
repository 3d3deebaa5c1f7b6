using CaseFlow.Engine.Processes.Reading;

namespace CaseFlow.Engine.Webhooks.Reading.Keys;

/// <summary>The keys of a webhook. Start here: each key leads to the table of what stands behind it.</summary>
internal static class WebhookKeys
{
    public static readonly Key Webhook = new(
        "webhook",
        Shape.Name,
        "The name of the webhook. The file repeats it: github-issues stands in github-issues.webhook.yaml."
    )
    {
        Required = true,
    };

    public static readonly Key Title = new("title", new Shape.Label(), "What people call the webhook.");

    public static readonly Key Process = new("process", Shape.Reference, "The process that its cases run by.")
    {
        Required = true,
    };

    public static readonly Key Path = new(
        "path",
        HookTexts.Path,
        "Where it answers, below /hooks/. Without it, its name."
    );

    public static readonly Key Methods = new(
        "methods",
        new Shape.OneOrMany(new Shape.Word("POST", "PUT", "PATCH", "GET", "DELETE")),
        "The methods that it answers. Without it: POST."
    );

    public static readonly Key Verify = new(
        "verify",
        VerifyKeys.Verification,
        "How a delivery proves who sent it. Who takes deliveries from anybody writes 'none'."
    )
    {
        Required = true,
    };

    public static readonly Key From = new(
        "from",
        new Shape.OneOrMany(HookTexts.Network),
        "The addresses and networks that deliveries may come from. Behind a proxy, all of them come from the proxy."
    );

    public static readonly Key Body = new(
        "body",
        new Shape.Word("json", "form", "text"),
        "What the body is read as. Without it: json."
    );

    public static readonly Key MaxBytes = new(
        "max-bytes",
        new Shape.Whole(1, 10_000_000),
        "How large a body may be. Without it: 1,000,000."
    );

    public static readonly Key Delivery = new(
        "delivery",
        HookTexts.Expression,
        "Tells one delivery from another: what comes twice has one effect. Without it: what was sent, byte for byte."
    );

    public static readonly Key ForEach = new(
        "for-each",
        HookTexts.Expression,
        "A list in the delivery: the rules are asked for each of it, as 'item'."
    );

    public static readonly Key KeyOfCase = new(
        "key",
        HookTexts.Expression,
        "Tells which case is meant: the one that was created with the same key."
    );

    public static readonly Key Rule = new("rule", Shape.AnyText, "What people call the rule.");

    public static readonly Key When = new(
        "when",
        new Shape.OneOrMany(new Shape.Condition()),
        "Conditions over body, headers, query, item and now; all must hold. Without it, the rule always holds."
    );

    public static readonly Key Do = new("do", CommandKeys.Commands, "One command, or several in their order.")
    {
        Required = true,
    };

    public static readonly Key Rules = new(
        "rules",
        new Shape.ListOf(new Shape.Keys(new Section("rule", [Rule, When, Do])), "rules", 200),
        "The first one that holds says what is done."
    )
    {
        Required = true,
    };

    public static readonly Section Section = new(
        "webhook",
        [Webhook, Title, Process, Path, Methods, Verify, From, Body, MaxBytes, Delivery, ForEach, KeyOfCase, Rules]
    );
}
