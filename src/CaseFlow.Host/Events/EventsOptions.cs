using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Events;

/// <summary>The <c>Events</c> section of appsettings.json.</summary>
public sealed class EventsOptions
{
    /// <summary>What events say they come from: the <c>source</c> of CloudEvents, an address or the path of one.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Source { get; set; } = "/caseflow";

    /// <summary>How often a host looks for what other hosts on the same database have appended; of its own it hears at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often a stream says that it is still there.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan HeartbeatEvery { get; set; } = TimeSpan.FromSeconds(15);
}

[OptionsValidator]
internal sealed partial class EventsOptionsValidator : IValidateOptions<EventsOptions>;
