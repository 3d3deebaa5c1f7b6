using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Housekeeping;

/// <summary>The <c>Housekeeping</c> section of appsettings.json.</summary>
public sealed class HousekeepingOptions
{
    /// <summary>How often what has served its time is removed.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a stream can resume from an event.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "3650.00:00:00")]
    public TimeSpan KeepEventsFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long an <c>Idempotency-Key</c> gets its first answer again.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "3650.00:00:00")]
    public TimeSpan KeepAnswersFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long deliveries can be read and replayed.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "3650.00:00:00")]
    public TimeSpan KeepDeliveriesFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long what came to webhooks is kept after it has ended; what comes again later than that is new.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00")]
    public TimeSpan KeepHookDeliveriesFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long refused and automatic e-mail that is part of no case is kept; what waits for somebody is kept until he decides.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan KeepMailFor { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long instances of workflows can be read after they have ended.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "3650.00:00:00")]
    public TimeSpan KeepWorkflowsFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long the audit says who signed in and who changed rights.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00")]
    public TimeSpan KeepAuditFor { get; set; } = TimeSpan.FromDays(730);
}

[OptionsValidator]
internal sealed partial class HousekeepingOptionsValidator : IValidateOptions<HousekeepingOptions>;
