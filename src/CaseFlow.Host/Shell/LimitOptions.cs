using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Shell;

/// <summary>The <c>Limits</c> section of appsettings.json: how much one caller may ask in a minute.</summary>
public sealed class LimitOptions
{
    /// <summary>Whether the limits are for this machine as well, as where a proxy on it passes requests on.</summary>
    public bool AlsoOnThisMachine { get; set; }

    /// <summary>Requests to the API and for pages, by user, or by address where nobody says who asks.</summary>
    [Range(1, 100_000_000)]
    public int RequestsPerMinute { get; set; } = 6_000;

    /// <summary>Deliveries to webhooks and requests to workflows, by address.</summary>
    [Range(1, 100_000_000)]
    public int HooksPerMinute { get; set; } = 6_000;

    /// <summary>Tries to sign in, by address, and again by account.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerMinute { get; set; } = 20;
}

[OptionsValidator]
internal sealed partial class LimitOptionsValidator : IValidateOptions<LimitOptions>;
