using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>The <c>Hooks</c> section of appsettings.json.</summary>
public sealed class HookOptions
{
    /// <summary>How often a host looks for deliveries that another one left, or that are to be tried again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a host has a delivery to itself; if it dies meanwhile, another one takes it up after that.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan HoldFor { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many deliveries are worked on at a time.</summary>
    [Range(1, 100)]
    public int Together { get; set; } = 8;

    /// <summary>How often a delivery is tried before it is a dead letter.</summary>
    [Range(1, 100)]
    public int MaxTries { get; set; } = 10;

    /// <summary>The pause after the first failure; it doubles with each one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>No pause is longer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(10);
}

[OptionsValidator]
internal sealed partial class HookOptionsValidator : IValidateOptions<HookOptions>;
