namespace CaseFlow.Engine.Webhooks;

/// <summary>How a delivery proves who sent it.</summary>
/// <param name="Secret">The name of the secret; null where nothing is proven.</param>
/// <param name="Tolerance">How old a signed time may be.</param>
/// <param name="Line">Where the secret is named in the file.</param>
public sealed record HookVerification(HookScheme Scheme, string? Secret, TimeSpan Tolerance, int Line, int Column)
{
    public static readonly TimeSpan DefaultTolerance = TimeSpan.FromMinutes(5);

    /// <summary>Whether the scheme signs a time, so that an old delivery cannot be sent again.</summary>
    public static bool SignsTime(HookScheme scheme) =>
        scheme is HookScheme.Stripe or HookScheme.Zendesk or HookScheme.StandardWebhooks;
}

/// <summary>The ways of signing that are known, each as its sender does it.</summary>
public enum HookScheme
{
    None,
    Bearer,
    GitHub,
    Stripe,
    Zendesk,
    StandardWebhooks,
}

/// <summary>The names of schemes, as definitions and doors write them.</summary>
public static class HookSchemes
{
    /// <summary>In the order of <see cref="HookScheme"/>.</summary>
    public static ImmutableArray<string> Names { get; } =
    ["none", "bearer", "github", "stripe", "zendesk", "standard-webhooks"];

    public static string Of(HookScheme scheme) => Names[(int)scheme];
}
