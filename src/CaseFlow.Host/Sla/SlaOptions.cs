using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Sla;

/// <summary>The <c>Sla</c> section of appsettings.json.</summary>
public sealed class SlaOptions
{
    /// <summary>How often the bell looks for timers that are due.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a host has a due timer to itself; if it dies meanwhile, another one rings it after that.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan HoldFor { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many cases are rung at a time.</summary>
    [Range(1, 1_000)]
    public int Together { get; set; } = 64;
}

[OptionsValidator]
internal sealed partial class SlaOptionsValidator : IValidateOptions<SlaOptions>;
