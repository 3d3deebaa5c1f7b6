using CaseFlow.Engine.Processes.Reading;

namespace CaseFlow.Engine.Webhooks.Reading.Keys;

/// <summary>How a delivery proves who sent it.</summary>
internal static class VerifyKeys
{
    public static readonly Key None = new(
        "none",
        new Shape.Presence(),
        "Anybody may send: only for senders that cannot sign, and together with 'from'."
    )
    {
        Required = true,
    };

    public static readonly Key Tolerance = new(
        "tolerance",
        Shape.AnyText,
        "How old a signed time may be. Without it: 5 minutes."
    );

    /// <summary>The schemes, in the order of <see cref="HookScheme"/>.</summary>
    public static readonly ImmutableArray<Key> Schemes =
    [
        None,
        Scheme("bearer", "The secret itself, as 'Authorization: Bearer ...'."),
        Scheme("github", "As GitHub signs: X-Hub-Signature-256."),
        Scheme("stripe", "As Stripe signs: Stripe-Signature, with a time."),
        Scheme("zendesk", "As Zendesk signs: X-Zendesk-Webhook-Signature, with a time."),
        Scheme("standard-webhooks", "As Standard Webhooks has it: webhook-id, webhook-timestamp, webhook-signature."),
    ];

    public static readonly Shape Verification = new Shape.Kinds(
        "verification",
        [
            .. Schemes.Select(
                (scheme, index) =>
                    new Section(
                        "verification",
                        HookVerification.SignsTime((HookScheme)index) ? [scheme, Tolerance] : [scheme]
                    )
            ),
        ]
    );

    private static Key Scheme(string name, string meaning) =>
        new(name, HookTexts.Secret, $"{meaning} The value is the name of a secret in the settings.")
        {
            Required = true,
        };
}
