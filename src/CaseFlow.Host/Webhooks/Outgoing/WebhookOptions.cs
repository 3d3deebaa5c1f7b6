using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>The <c>Webhooks</c> section of appsettings.json.</summary>
public sealed class WebhookOptions
{
    /// <summary>How often a host looks for deliveries that are to be tried again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long an endpoint has to answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a delivery is tried before it is a dead letter.</summary>
    [Range(1, 100)]
    public int MaxTries { get; set; } = 16;

    /// <summary>The pause after the first failure; it doubles with each one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>No pause is longer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromHours(4);

    /// <summary>How many cases an endpoint is told about at a time.</summary>
    [Range(1, 100)]
    public int Together { get; set; } = 8;

    /// <summary>After so many failures within half a minute, and at least every second try, an endpoint is left alone.</summary>
    [Range(2, 1_000)]
    public int RestAfter { get; set; } = 10;

    /// <summary>How long it is left alone then; one try after that says whether it is back.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RestFor { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many characters of an answer are kept.</summary>
    [Range(0, 100_000)]
    public int KeepOfAnswer { get; set; } = 4_000;

    /// <summary>Networks inside that may be told all the same, as <c>10.1.0.0/16</c>.</summary>
    public IList<string> AllowedNetworks { get; } = [];
}

[OptionsValidator]
internal sealed partial class WebhookOptionsValidator : IValidateOptions<WebhookOptions>;

/// <summary>Says which network cannot be read.</summary>
internal sealed class AllowedNetworksValidator : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options) =>
        options.AllowedNetworks.FirstOrDefault(network => !IPNetwork.TryParse(network, out _)) is { } wrong
            ? ValidateOptionsResult.Fail(
                $"Webhooks:AllowedNetworks has '{wrong}', which is no network. Write it as 10.1.0.0/16 or fd00::/8."
            )
            : ValidateOptionsResult.Success;
}
